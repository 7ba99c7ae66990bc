// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/NewScopeDialog.h"

#include "desktop/dialogs/WorkArea.h"
#include "desktop/theme/Icons.h"
#include "desktop/widgets/SecretClipboard.h"
#include "ui_NewScopeDialog.h"

#include <QFontDatabase>
#include <QListWidget>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

NewScopeDialog::NewScopeDialog(const ServiceDefinition &definition, SecretClipboard &clipboard, const RangeJudge &judge,
                               QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::NewScopeDialog>())
    , m_description(*definition.newScope)
    , m_clipboard(clipboard)
{
    m_ui->setupUi(this);
    setWindowTitle(m_description.title);
    m_ui->title->setText(m_description.title);
    for (const NewScopeField &field : m_description.fields)
        addField(field);
    m_ui->startEntries->setRangeJudge(judge);
    m_ui->secretEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->copyButton->setIcon(icon(u"copy", IconTint::OnAccent));
    m_ui->copyButton->setIconSize(besideText);
    connect(m_ui->work, &WorkArea::busyChanged, this, [this](bool busy) { m_ui->makeButton->setEnabled(!busy); });
    connect(m_ui->makeButton, &QPushButton::clicked, this, &NewScopeDialog::make);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->copyButton, &QPushButton::clicked, this, &NewScopeDialog::copy);
    connect(m_ui->doneButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(&clipboard, &SecretClipboard::takenOff, m_ui->copyHint,
            [hint = m_ui->copyHint] { hint->setText(tr("Taken off the clipboard again.")); });
}

NewScopeDialog::~NewScopeDialog() = default;

WorkArea *NewScopeDialog::work() const
{
    return m_ui->work;
}

void NewScopeDialog::addField(const NewScopeField &field)
{
    QWidget *input =
        field.kind == NewScopeField::Kind::Choices ? static_cast<QWidget *>(makeChoices(field)) : makeLine(field);
    input->setObjectName(u"new_"_s + field.key);
    input->setAccessibleName(field.title);
    input->setAccessibleDescription(field.hint);
    auto *title = new QLabel(field.required ? tr("%1:").arg(field.title) : tr("%1 (optional):").arg(field.title), this);
    title->setBuddy(input);
    m_ui->fields->addRow(title, input);
}

QLineEdit *NewScopeDialog::makeLine(const NewScopeField &field)
{
    auto *line = new QLineEdit(this);
    line->setPlaceholderText(field.hint);
    return line;
}

QListWidget *NewScopeDialog::makeChoices(const NewScopeField &field)
{
    constexpr int rowsShown = 5;
    auto *list = new QListWidget(this);
    list->setToolTip(field.hint);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    for (const QString &choice : field.choices) {
        auto *item = new QListWidgetItem(choice, list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    const int shown = std::min(rowsShown, list->count());
    list->setFixedHeight(list->sizeHintForRow(0) * shown + 2 * list->frameWidth() + 10);
    list->setCurrentRow(0);
    return list;
}

QStringList NewScopeDialog::valuesOf(const NewScopeField &field) const
{
    const QString name = u"new_"_s + field.key;
    if (const auto *line = findChild<QLineEdit *>(name)) {
        const QString text = line->text().trimmed();
        return text.isEmpty() ? QStringList() : QStringList{text};
    }
    QStringList chosen;
    const auto *list = findChild<QListWidget *>(name);
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->checkState() == Qt::Checked)
            chosen += list->item(row)->text();
    }
    return chosen;
}

NewScope NewScopeDialog::wanted() const
{
    NewScope wanted;
    for (const NewScopeField &field : m_description.fields) {
        if (const QStringList values = valuesOf(field); !values.isEmpty())
            wanted.values.insert(field.key, values);
    }
    wanted.entries = m_ui->startEntries->entries();
    return wanted;
}

void NewScopeDialog::make()
{
    const NewScope wanted = this->wanted();
    for (const NewScopeField &field : m_description.fields) {
        if (!field.required || wanted.values.contains(field.key))
            continue;
        m_ui->work->tell(BannerKind::Error, field.kind == NewScopeField::Kind::Choices
                                                ? tr("Choose at least one: %1").arg(field.title)
                                                : tr("Enter something: %1").arg(field.title));
        findChild<QWidget *>(u"new_"_s + field.key)->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT makeRequested(wanted);
}

void NewScopeDialog::showMade(const MadeScope &made)
{
    m_ui->madeTitle->setText(tr("Made: %1").arg(made.scope.title));
    const bool hasSecret = !made.secret.isEmpty();
    m_ui->secretEdit->setText(made.secret);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_ui->secretEdit, m_ui->copyButton, m_ui->onceFrame, m_ui->copyHint})
        widget->setVisible(hasSecret);
    m_ui->onceSymbol->setIcon(icon(u"warning", IconTint::Warning), 18);
    m_ui->formPage->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // as high as what is shown now
    m_ui->pages->setCurrentWidget(m_ui->madePage);
    (hasSecret ? m_ui->copyButton : m_ui->doneButton)->setFocus(Qt::OtherFocusReason);
    adjustSize();
}

void NewScopeDialog::reject()
{
    if (m_ui->work->isBusy())
        m_ui->work->cancel();
    else
        QDialog::reject();
}

void NewScopeDialog::copy()
{
    m_clipboard.copy(m_ui->secretEdit->text());
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_clipboard.keepsFor());
    m_ui->copyHint->setText(
        tr("Copied. It is taken off the clipboard in %n seconds.", nullptr, static_cast<int>(seconds.count())));
}

} // namespace gatehouse
