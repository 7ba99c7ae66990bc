// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/ConnectionEditor.h"

#include "desktop/controllers/RangeAdvice.h"
#include "desktop/controllers/Verifier.h"
#include "desktop/dialogs/ConnectionDialog.h"
#include "desktop/dialogs/NewScopeDialog.h"
#include "desktop/dialogs/ScopeFieldEdit.h"
#include "desktop/dialogs/WorkArea.h"

namespace gatehouse {

ConnectionEditor::ConnectionEditor(ConnectionBook &book, ServiceConnector &connector, SecretClipboard &clipboard,
                                   const Clock &clock, std::optional<ConnectionRecord> edited, QWidget *window)
    : m_book(book)
    , m_connector(connector)
    , m_clipboard(clipboard)
    , m_clock(clock)
    , m_dialog(new ConnectionDialog(connector.catalog(), std::move(edited), window))
    , m_probe(connector)
{
    setParent(m_dialog);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ConnectionDialog::saveRequested, this, &ConnectionEditor::save);
    connect(m_dialog, &ConnectionDialog::testRequested, this, &ConnectionEditor::test);
    connect(m_dialog, &ConnectionDialog::verifyRequested, this, &ConnectionEditor::verify);
    connect(m_dialog, &ConnectionDialog::newScopeRequested, this, &ConnectionEditor::makeScope);
    connect(m_dialog, &ConnectionDialog::choicesRequested, this, &ConnectionEditor::askForChoices);
    connect(m_dialog, &ConnectionDialog::choicesCancelled, this, [this] { m_choices.cancel(); });
}

void ConnectionEditor::fillIn(const ConnectionRecord &record)
{
    m_dialog->fillIn(record);
}

void ConnectionEditor::open()
{
    m_dialog->open();
}

/// Of a connection that is stored already the stored one counts.
bool ConnectionEditor::lacksSecret() const
{
    const auto definition = m_dialog->service();
    const bool needed = definition && !definition->secretTitle.isEmpty();
    return needed && m_dialog->isNew() && m_dialog->secret().isEmpty();
}

void ConnectionEditor::save()
{
    if (lacksSecret()) {
        m_dialog->askForSecret();
        return;
    }
    const auto work = m_book.save(m_dialog->record(), m_dialog->secret());
    m_dialog->work()->follow(QFuture<void>(work), tr("Storing the connection…"));
    whenDone(work, this, [this](const Result<ConnectionRecord> &result) { stored(result); });
}

void ConnectionEditor::stored(const Result<ConnectionRecord> &stored)
{
    if (!stored) {
        m_dialog->work()->tell(stored.error());
        if (!m_dialog->record().baseUrl.isValid())
            m_dialog->showAdvanced();
        return;
    }
    const QUuid id = stored->id;
    m_dialog->done(QDialog::Accepted);
    Q_EMIT saved(id);
}

void ConnectionEditor::test()
{
    if (const auto checked = m_book.check(m_dialog->record()); !checked) {
        m_dialog->work()->tell(checked.error());
        return;
    }
    if (lacksSecret()) {
        m_dialog->askForSecret();
        return;
    }
    const auto work = m_probe.countEntries(m_dialog->record(), m_dialog->secret());
    m_dialog->work()->follow(QFuture<void>(work), tr("Reading the list…"));
    whenDone(work, this, [this](const Result<qsizetype> &count) {
        if (count)
            m_dialog->work()->tell(BannerKind::Success,
                                   tr("It works: the list has %n entries.", nullptr, static_cast<int>(*count)));
        else
            m_dialog->work()->tell(count.error());
    });
}

void ConnectionEditor::askForChoices(const QString &scopeKey)
{
    ScopeFieldEdit *field = m_dialog->scopeField(scopeKey);
    if (lacksSecret()) {
        m_dialog->askForSecret();
        return;
    }
    m_choices.cancel();
    field->setProblem({});
    field->setAsking(true);
    m_choices = m_probe.choices(m_dialog->record(), m_dialog->secret(), scopeKey);
    whenDone(m_choices, this,
             [this, scopeKey](const Result<std::vector<ScopeChoice>> &choices) { choicesTold(scopeKey, choices); });
}

void ConnectionEditor::choicesTold(const QString &scopeKey, const Result<std::vector<ScopeChoice>> &choices)
{
    ScopeFieldEdit *field = m_dialog->scopeField(scopeKey);
    if (!field) // another service was chosen meanwhile
        return;
    field->setAsking(false);
    if (choices)
        field->setChoices(*choices, true);
    else if (choices.error().kind != ErrorKind::Cancelled)
        field->setProblem(tr("%1 You can enter it by hand.").arg(explain(choices.error())));
}

void ConnectionEditor::verify()
{
    if (lacksSecret()) {
        m_dialog->askForSecret();
        return;
    }
    auto *verifier = new Verifier(m_connector, m_dialog->record(), m_dialog->secret(), *m_dialog->service(), m_dialog);
    verifier->open(); // goes with its dialog
}

void ConnectionEditor::makeScope()
{
    if (lacksSecret()) {
        m_dialog->askForSecret();
        return;
    }
    const auto definition = m_dialog->service();
    const QString scopeKey = definition->newScope->scopeKey;
    auto *dialog = new NewScopeDialog(*definition, m_clipboard, judgeForNewList(*definition, m_clock), m_dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewScopeDialog::makeRequested, this, [this, dialog, scopeKey](const NewScope &wanted) {
        const auto work = m_probe.makeScope(m_dialog->record(), m_dialog->secret(), wanted);
        dialog->work()->follow(QFuture<void>(work), tr("Making it…"));
        whenDone(work, dialog,
                 [this, dialog, scopeKey](const Result<MadeScope> &made) { scopeMade(*dialog, scopeKey, made); });
    });
    dialog->open();
}

void ConnectionEditor::scopeMade(NewScopeDialog &dialog, const QString &scopeKey, const Result<MadeScope> &made)
{
    if (!made) {
        dialog.work()->tell(made.error());
        return;
    }
    dialog.showMade(*made);
    if (ScopeFieldEdit *field = m_dialog->scopeField(scopeKey))
        field->setChoices({made->scope}, false);
    if (ScopeFieldEdit *field = m_dialog->scopeField(scopeKey))
        field->setValue(made->scope.value);
}

} // namespace gatehouse
