// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/ConnectionDialog.h"

#include "desktop/theme/Theme.h"
#include "ui_ConnectionDialog.h"

#include <QPushButton>

namespace gatehouse {

ConnectionDialog::ConnectionDialog(ConnectionBook &book, ServiceConnector &connector,
                                   std::optional<ConnectionRecord> edited, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConnectionDialog>())
    , m_book(book)
    , m_connector(connector)
    , m_edited(std::move(edited))
{
    m_ui->setupUi(this);
    m_ui->outcome->hide();
    showServices();
    if (m_edited)
        showEdited(*m_edited);
    else
        showService();
    connect(m_ui->serviceBox, &QComboBox::currentIndexChanged, this, [this] { showService(); });
    connect(m_ui->revealButton, &QToolButton::toggled, this,
            [this](bool shown) { m_ui->secretEdit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_ui->testButton, &QPushButton::clicked, this, [this] { test(); });
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ConnectionDialog::accept);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
}

ConnectionDialog::~ConnectionDialog() = default;

void ConnectionDialog::showServices()
{
    for (const auto &definition : m_connector.catalog().definitions())
        m_ui->serviceBox->addItem(definition->name, definition->id);
}

std::shared_ptr<const ServiceDefinition> ConnectionDialog::service() const
{
    return m_connector.catalog().find(m_ui->serviceBox->currentData().toString());
}

void ConnectionDialog::showService()
{
    const auto definition = service();
    if (!definition)
        return;
    QStringList about{definition->summary.toHtmlEscaped()};
    if (definition->documentation.isValid())
        about.append(QStringLiteral("<a href=\"%1\">%2</a>")
                         .arg(definition->documentation.toString(QUrl::FullyEncoded).toHtmlEscaped(),
                              tr("The vendor's documentation").toHtmlEscaped()));
    if (definition->certainty == Certainty::Convention)
        about.append(tr("<b>Not verified with the vendor.</b> %1").arg(definition->certaintyNote.toHtmlEscaped()));
    m_ui->serviceSummary->setText(about.join(QStringLiteral("<br/>")));
    m_ui->secretTitle->setText(tr("%1:").arg(definition->secretTitle));
    m_ui->secretEdit->setAccessibleName(definition->secretTitle);
    m_ui->secretHint->setText(m_edited ? tr("Leave empty to keep the one that is stored.")
                                       : tr("Kept in the keychain of this computer, nowhere else."));
    m_ui->scopeForm->setFields(definition->scopeFields);
    m_ui->scopeTitle->setVisible(!definition->scopeFields.isEmpty());
    m_ui->urlEdit->setText(definition->baseUrl.toString());
    const bool atOnce = definition->defaultApplyMode == ApplyMode::AtOnce;
    m_ui->atOnceButton->setChecked(atOnce);
    m_ui->collectButton->setChecked(!atOnce);
    if (m_ui->nameEdit->text() == m_suggestedName) {
        m_suggestedName = definition->name;
        m_ui->nameEdit->setText(m_suggestedName);
    }
}

void ConnectionDialog::showEdited(const ConnectionRecord &record)
{
    setWindowTitle(tr("Edit the connection"));
    m_ui->saveButton->setText(tr("&Save"));
    m_ui->serviceBox->setCurrentIndex(m_ui->serviceBox->findData(record.serviceId));
    m_ui->serviceBox->setEnabled(false);
    showService();
    m_ui->nameEdit->setText(record.name);
    m_ui->urlEdit->setText(record.baseUrl.toString());
    m_ui->scopeForm->setValues(record.scope);
    m_ui->atOnceButton->setChecked(!record.collectChanges);
    m_ui->collectButton->setChecked(record.collectChanges);
    if (!record.embedded)
        return;
    // The list of this computer has neither address nor secret that anybody could enter.
    for (QWidget *widget : std::initializer_list<QWidget *>{
             m_ui->urlTitle, m_ui->urlEdit, m_ui->scopeTitle, m_ui->scopeForm, m_ui->secretTitle, m_ui->secretEdit,
             m_ui->revealButton, m_ui->secretHint, m_ui->serviceSummary, m_ui->serviceTitle, m_ui->serviceBox})
        widget->hide();
}

ConnectionRecord ConnectionDialog::record() const
{
    ConnectionRecord record = m_edited.value_or(ConnectionRecord{});
    record.name = m_ui->nameEdit->text().trimmed();
    record.collectChanges = m_ui->collectButton->isChecked();
    if (record.embedded)
        return record;
    record.serviceId = m_ui->serviceBox->currentData().toString();
    QString url = m_ui->urlEdit->text().trimmed();
    while (url.endsWith(QLatin1Char('/')))
        url.chop(1);
    record.baseUrl = QUrl(url, QUrl::StrictMode);
    record.scope = m_ui->scopeForm->values();
    return record;
}

void ConnectionDialog::accept()
{
    const QString secret = m_ui->secretEdit->text().trimmed();
    if (!m_edited && secret.isEmpty()) {
        say(tr("Enter the secret, so that the service lets you in."), true);
        m_ui->secretEdit->setFocus();
        return;
    }
    setBusy(true);
    whenDone(m_book.save(record(), secret), this, [this](const Result<ConnectionRecord> &stored) {
        setBusy(false);
        if (!stored) {
            const Error &error = stored.error();
            say(error.kind == ErrorKind::InvalidInput ? error.message : explain(error), true);
            return;
        }
        const QUuid id = stored->id;
        QDialog::accept();
        Q_EMIT saved(id);
    });
}

void ConnectionDialog::test()
{
    const ConnectionRecord wanted = record();
    if (auto checked = m_book.check(wanted); !checked) {
        say(checked.error().message, true);
        return;
    }
    const QString secret = m_ui->secretEdit->text().trimmed();
    if (m_edited && secret.isEmpty()) {
        setBusy(true);
        whenDone(m_connector.connectTo(wanted), this,
                 [this](const Result<std::shared_ptr<RestService>> &made) { testWith(made); });
    } else {
        testWith(m_connector.connectWith(wanted, secret));
    }
}

void ConnectionDialog::testWith(const Result<std::shared_ptr<RestService>> &made)
{
    setBusy(made.has_value());
    if (!made) {
        say(explain(made.error()), true);
        return;
    }
    m_tested = *made;
    say(tr("Reading the list …"), false);
    whenDone(m_tested->fetch(), this, [this](const Result<std::vector<Entry>> &read) {
        setBusy(false);
        m_tested.reset();
        if (read)
            say(tr("It works: the list has %n entries.", nullptr, static_cast<int>(read->size())), false);
        else
            say(read.error().message.isEmpty() ? explain(read.error())
                                               : tr("%1\n%2").arg(explain(read.error()), read.error().message),
                true);
    });
}

void ConnectionDialog::setBusy(bool busy)
{
    m_ui->testButton->setEnabled(!busy);
    m_ui->saveButton->setEnabled(!busy);
}

void ConnectionDialog::say(const QString &sentence, bool isProblem)
{
    const Theme &theme = Theme::forPalette(palette());
    QPalette colours = m_ui->outcome->palette();
    colours.setColor(QPalette::WindowText, isProblem ? theme.danger : theme.success);
    m_ui->outcome->setPalette(colours);
    m_ui->outcome->setText(sentence);
    m_ui->outcome->show();
}

} // namespace gatehouse
