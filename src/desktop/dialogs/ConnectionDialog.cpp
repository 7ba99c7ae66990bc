// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/ConnectionDialog.h"

#include "desktop/dialogs/ScopeFieldEdit.h"
#include "desktop/dialogs/WorkArea.h"
#include "desktop/theme/Icons.h"
#include "desktop/widgets/TabToChecked.h"
#include "sync/ConnectionBook.h"
#include "ui_ConnectionDialog.h"

#include <QFileDialog>
#include <QPushButton>
#include <QScreen>
#include <QStyle>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr int certaintySymbolSize = 18;
// A title stands on the line of the first thing beside it, however much is below.
constexpr int besideField = 8;
constexpr int besideBox = 4;

/// Whether the service has a place for labels and none for an expiry: only there the one can hold the other.
bool canHoldExpiryInLabel(const ServiceDefinition &definition)
{
    return definition.capabilities.label && definition.capabilities.expiry == ExpiryWriting::Impossible;
}

} // namespace

ConnectionDialog::ConnectionDialog(const DefinitionCatalog &catalog, std::optional<ConnectionRecord> edited,
                                   QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConnectionDialog>())
    , m_catalog(catalog)
    , m_edited(std::move(edited))
{
    m_ui->setupUi(this);
    for (QLabel *title : {m_ui->serviceTitle, m_ui->nameTitle, m_ui->secretTitle, m_ui->urlTitle, m_ui->caTitle})
        title->setContentsMargins(0, besideField, 0, 0);
    for (QLabel *title : {m_ui->applyTitle, m_ui->expiryTitle})
        title->setContentsMargins(0, besideBox, 0, 0);
    tabToChecked({m_ui->atOnceButton, m_ui->collectButton});
    showServices();
    if (m_edited)
        showEdited(*m_edited);
    else
        showService();
    updateAdvanced();
    connectWidgets();
}

ConnectionDialog::~ConnectionDialog() = default;

void ConnectionDialog::connectWidgets()
{
    connect(m_ui->serviceBox, &QComboBox::currentIndexChanged, this, &ConnectionDialog::showService);
    connect(m_ui->urlEdit, &QLineEdit::textChanged, this, &ConnectionDialog::showUrlHint);
    connect(m_ui->revealButton, &QToolButton::toggled, this,
            [this](bool shown) { m_ui->secretEdit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_ui->caButton, &QPushButton::clicked, this, &ConnectionDialog::chooseAuthority);
    connect(m_ui->advancedButton, &QToolButton::toggled, this, &ConnectionDialog::updateAdvanced);
    for (ScopeForm *form : {m_ui->scopeForm, m_ui->advancedForm}) {
        connect(form, &ScopeForm::choicesRequested, this, &ConnectionDialog::choicesRequested);
        connect(form, &ScopeForm::choicesCancelled, this, &ConnectionDialog::choicesCancelled);
    }
    connect(m_ui->work, &WorkArea::busyChanged, this, &ConnectionDialog::setBusy);
    connect(m_ui->newScopeButton, &QPushButton::clicked, this, &ConnectionDialog::newScopeRequested);
    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectionDialog::testRequested);
    connect(m_ui->verifyButton, &QPushButton::clicked, this, &ConnectionDialog::verifyRequested);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ConnectionDialog::saveRequested);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
}

void ConnectionDialog::showServices()
{
    for (const auto &definition : m_catalog.definitions())
        m_ui->serviceBox->addItem(definition->name, definition->id);
}

std::shared_ptr<const ServiceDefinition> ConnectionDialog::service() const
{
    return m_catalog.find(m_ui->serviceBox->currentData().toString());
}

void ConnectionDialog::showService()
{
    const auto definition = service();
    if (!definition)
        return;
    showSummary(*definition);
    showCertainty(*definition);
    showSecret(*definition);
    showScope(*definition);
    showExpiry(*definition);
    m_ui->urlEdit->setText(definition->baseUrl.toString());
    const bool atOnce = definition->defaultApplyMode == ApplyMode::AtOnce;
    m_ui->atOnceButton->setChecked(atOnce);
    m_ui->collectButton->setChecked(!atOnce);
    m_ui->verifyButton->setVisible(definition->capabilities.verify);
    if (m_ui->nameEdit->text() == m_suggestedName) {
        m_suggestedName = definition->name;
        m_ui->nameEdit->setText(m_suggestedName);
    }
    m_ui->work->clear();
    orderTabs();
    updateAdvanced();
}

/// From top to bottom, through the fields that each service has of its own.
void ConnectionDialog::orderTabs()
{
    QWidgetList order{m_ui->serviceBox, m_ui->serviceSummary, m_ui->nameEdit, m_ui->secretEdit, m_ui->revealButton};
    order += m_ui->scopeForm->inputs();
    order += {m_ui->newScopeButton, m_ui->atOnceButton, m_ui->collectButton, m_ui->expiryInLabelBox,
              m_ui->advancedButton, m_ui->urlEdit,      m_ui->caEdit,        m_ui->caButton};
    order += m_ui->advancedForm->inputs();
    order += {m_ui->testButton, m_ui->verifyButton, m_ui->cancelButton, m_ui->saveButton};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void ConnectionDialog::showSummary(const ServiceDefinition &definition)
{
    QString about = definition.summary.toHtmlEscaped();
    if (definition.documentation.isValid())
        about +=
            u"<br/><a href=\"%1\">%2</a>"_s.arg(definition.documentation.toString(QUrl::FullyEncoded).toHtmlEscaped(),
                                                tr("The vendor's documentation").toHtmlEscaped());
    m_ui->serviceSummary->setTextFormat(Qt::RichText);
    m_ui->serviceSummary->setText(about);
}

void ConnectionDialog::showCertainty(const ServiceDefinition &definition)
{
    const bool documented = definition.certainty == Certainty::Documented;
    m_ui->certaintySymbol->setIcon(
        documented ? icon(u"success", IconTint::Success) : icon(u"warning", IconTint::Warning), certaintySymbolSize);
    const QString heading = documented ? tr("Documented by the vendor") : tr("A convention of ours, not verified");
    QString text = u"<b>%1</b>"_s.arg(heading.toHtmlEscaped());
    if (!definition.certaintyNote.isEmpty())
        text += u"<br/>"_s + definition.certaintyNote.toHtmlEscaped();
    m_ui->certaintyText->setTextFormat(Qt::RichText);
    m_ui->certaintyText->setText(text);
    m_ui->certaintyFrame->setProperty("severity", documented ? u"success"_s : u"warning"_s);
    style()->unpolish(m_ui->certaintyFrame);
    style()->polish(m_ui->certaintyFrame);
}

void ConnectionDialog::showSecret(const ServiceDefinition &definition)
{
    const bool needed = !definition.secretTitle.isEmpty();
    m_ui->secretTitle->setVisible(needed);
    m_ui->secretRow->setVisible(needed);
    m_ui->secretTitle->setText(tr("%1:").arg(definition.secretTitle));
    m_ui->secretTitle->setWordWrap(true);
    m_ui->secretEdit->setAccessibleName(definition.secretTitle);
    m_ui->secretHint->setText(m_edited ? tr("Leave empty to keep the one that is stored.")
                                       : tr("Kept in the keychain of this computer, nowhere else."));
}

/// Which list is meant is asked for; what has a value of its own anyway is for those who look for it.
void ConnectionDialog::showScope(const ServiceDefinition &definition)
{
    QList<ScopeField> asked;
    QList<ScopeField> advanced;
    for (const ScopeField &field : definition.scopeFields)
        (field.fallback.isEmpty() && (field.required || definition.scopeNeedsOneOf.contains(field.key)) ? asked
                                                                                                        : advanced)
            .append(field);
    m_ui->scopeForm->setFields(asked);
    m_ui->advancedForm->setFields(advanced);
    m_ui->scopeTitle->setVisible(!asked.isEmpty());
    m_ui->scopeForm->setVisible(!asked.isEmpty());
    m_ui->newScopeRow->setVisible(definition.newScope.has_value());
    if (definition.newScope) {
        m_ui->newScopeButton->setText(tr("%1…").arg(definition.newScope->title));
        m_ui->newScopeButton->setAccessibleName(definition.newScope->title);
        m_ui->newScopeButton->setToolTip(tr("Make a new one at the service, together with its list"));
    }
}

void ConnectionDialog::showExpiry(const ServiceDefinition &definition)
{
    const bool asked = canHoldExpiryInLabel(definition);
    m_ui->expiryTitle->setVisible(asked);
    m_ui->expiryRow->setVisible(asked);
    m_ui->expiryInLabelBox->setChecked(asked && m_edited && m_edited->expiryInLabel);
    m_ui->expiryHint->setText(
        tr("%1 has no field for an expiry. Gatehouse keeps it on this computer and ends the entry while it runs here. "
           "Written into the label (“Bob [until 2026-09-01 00:00 UTC]”), any computer that opens the list sees it and "
           "can end the entry.")
            .arg(definition.name));
}

void ConnectionDialog::showUrlHint()
{
    const auto definition = service();
    const auto now = definition ? definition->currentUrlFor(baseUrl()) : std::nullopt;
    m_ui->urlHint->setVisible(now.has_value());
    if (now)
        m_ui->urlHint->setText(tr("Deprecated: its place was taken by %1").arg(now->toDisplayString()));
}

void ConnectionDialog::showEdited(const ConnectionRecord &record)
{
    setWindowTitle(tr("Edit the connection"));
    m_ui->saveButton->setText(tr("&Save"));
    m_ui->serviceBox->setEnabled(false);
    fillIn(record);
    if (record.embedded)
        hideWhatIsOfThisComputer();
}

void ConnectionDialog::fillIn(const ConnectionRecord &record)
{
    m_ui->serviceBox->setCurrentIndex(m_ui->serviceBox->findData(record.serviceId));
    showService();
    m_ui->nameEdit->setText(record.name);
    m_ui->urlEdit->setText(record.baseUrl.toString());
    m_ui->caEdit->setText(record.caFile);
    m_ui->scopeForm->setValues(record.scope);
    m_ui->advancedForm->setValues(record.scope);
    m_ui->atOnceButton->setChecked(!record.collectChanges);
    m_ui->collectButton->setChecked(record.collectChanges);
    const auto definition = service();
    const bool isUsual = definition && record.baseUrl == definition->baseUrl && record.caFile.isEmpty() &&
                         m_ui->advancedForm->values().isEmpty();
    m_ui->advancedButton->setChecked(!isUsual && !record.embedded);
    showUrlHint();
}

/// Nobody can enter where it is or with which secret.
void ConnectionDialog::hideWhatIsOfThisComputer()
{
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui->advancedButton, m_ui->urlTitle, m_ui->urlRow, m_ui->caTitle, m_ui->caRow, m_ui->advancedForm,
             m_ui->scopeTitle, m_ui->scopeForm, m_ui->secretTitle, m_ui->secretRow, m_ui->serviceSummary,
             m_ui->certaintyFrame, m_ui->serviceTitle, m_ui->serviceBox})
        widget->hide();
}

void ConnectionDialog::updateAdvanced()
{
    if (isEmbedded())
        return;
    const bool shown = m_ui->advancedButton->isChecked();
    m_ui->advancedButton->setIcon(icon(shown ? u"chevron-down" : u"chevron-right", IconTint::Subtle));
    m_ui->urlTitle->setVisible(shown);
    m_ui->urlRow->setVisible(shown);
    m_ui->caTitle->setVisible(shown);
    m_ui->caRow->setVisible(shown);
    m_ui->advancedForm->setVisible(shown && !m_ui->advancedForm->isEmpty());
    showUrlHint();
    fitHeight();
}

void ConnectionDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fitHeight();
}

void ConnectionDialog::showAdvanced()
{
    m_ui->advancedButton->setChecked(true);
    m_ui->urlEdit->setFocus(Qt::OtherFocusReason);
}

/// As high as the fields want, as far as the screen has room; beyond that they scroll.
void ConnectionDialog::fitHeight()
{
    constexpr int aroundTheFields = 190; // buttons, margins, a message, the frame of the window
    if (!isVisible())
        return;
    m_ui->fields->layout()->activate();
    const int wanted = m_ui->fields_layout->totalHeightForWidth(m_ui->scrollArea->viewport()->width());
    const int room = screen()->availableGeometry().height() - aroundTheFields;
    m_ui->scrollArea->setFixedHeight(std::min(wanted, room));
    adjustSize();
}

void ConnectionDialog::chooseAuthority()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Certificate of an authority"), m_ui->caEdit->text(),
                                                      tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    if (!file.isEmpty())
        m_ui->caEdit->setText(file);
}

QUrl ConnectionDialog::baseUrl() const
{
    return ConnectionBook::baseUrlFrom(m_ui->urlEdit->text());
}

ConnectionRecord ConnectionDialog::record() const
{
    ConnectionRecord record = m_edited.value_or(ConnectionRecord{});
    record.name = m_ui->nameEdit->text().trimmed();
    record.collectChanges = m_ui->collectButton->isChecked();
    if (record.embedded)
        return record;
    record.serviceId = m_ui->serviceBox->currentData().toString();
    record.baseUrl = baseUrl();
    record.caFile = m_ui->caEdit->text().trimmed();
    record.scope = m_ui->scopeForm->values();
    record.scope.insert(m_ui->advancedForm->values());
    record.expiryInLabel = m_ui->expiryInLabelBox->isChecked();
    return record;
}

QString ConnectionDialog::secret() const
{
    return m_ui->secretEdit->text().trimmed();
}

WorkArea *ConnectionDialog::work() const
{
    return m_ui->work;
}

ScopeFieldEdit *ConnectionDialog::scopeField(const QString &key) const
{
    ScopeFieldEdit *field = m_ui->scopeForm->field(key);
    return field ? field : m_ui->advancedForm->field(key);
}

void ConnectionDialog::askForSecret()
{
    m_ui->work->tell(BannerKind::Error, tr("Enter the secret, so that the service lets you in."));
    m_ui->secretEdit->setFocus(Qt::OtherFocusReason);
}

void ConnectionDialog::setBusy(bool busy)
{
    for (QPushButton *button : {m_ui->testButton, m_ui->verifyButton, m_ui->saveButton, m_ui->newScopeButton})
        button->setEnabled(!busy);
}

/// Enter does what the button does: the dialog closes only when the connection is stored.
void ConnectionDialog::accept()
{
    Q_EMIT saveRequested();
}

} // namespace gatehouse
