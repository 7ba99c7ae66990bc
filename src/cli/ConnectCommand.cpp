// SPDX-License-Identifier: Apache-2.0
#include "cli/ConnectCommand.h"

#include "cli/Text.h"
#include "sync/Chain.h"

#include <QFileInfo>

namespace gatehouse::cli {

ConnectCommand::ConnectCommand(Arguments &parent)
    : Command(parent, "connect", "Remember a list")
{
    arguments().option("NAME", m_name, "How you call it").required();
    arguments().option("--service", m_service, "Which service; see `services`").required();
    arguments().option("--url", m_url, "Base URL, if not the service's usual one");
    arguments().option("--ca-file", m_caFile, "An authority to trust beside those of the system: a certificate (PEM)");
    arguments().option("--scope", m_scope, "Which list of the service, KEY=VALUE; may be repeated");
    arguments().flag("--expiry-in-label", m_expiryInLabel,
                     "Write an expiry into the label, where the service holds labels but no expiry");
    arguments().flag("--token-stdin", m_tokenFromInput, "Read the secret from standard input into the keychain");
}

Result<ConnectionRecord> ConnectCommand::record(const Context &context) const
{
    ConnectionRecord record;
    record.name = QString::fromStdString(m_name);
    record.serviceId = QString::fromStdString(m_service);
    const auto service = context.connector.catalog().find(record.serviceId);
    if (!service)
        return failure(usageError(
            Text::tr("There is no service “%1”; `gatehouse-cli services` lists them.").arg(record.serviceId)));
    record.expiryInLabel = m_expiryInLabel;
    record.collectChanges = service->defaultApplyMode == ApplyMode::Collected;
    record.baseUrl = m_url.empty() ? service->baseUrl : ConnectionBook::baseUrlFrom(QString::fromStdString(m_url));
    if (!m_caFile.empty())
        record.caFile = QFileInfo(QString::fromStdString(m_caFile)).absoluteFilePath();
    for (const std::string &text : m_scope) {
        const QString pair = QString::fromStdString(text);
        const qsizetype equals = pair.indexOf(QLatin1Char('='));
        if (equals <= 0)
            return failure(usageError(Text::tr("--scope needs KEY=VALUE, not “%1”.").arg(pair)));
        record.scope.insert(pair.left(equals), pair.mid(equals + 1));
    }
    return record;
}

Future<void> ConnectCommand::run(Context &context)
{
    const Result<ConnectionRecord> wanted = record(context);
    if (!wanted)
        return readyFailure<void>(wanted.error());
    if (auto checked = context.book.check(*wanted); !checked)
        return readyFailure<void>(usageError(checked.error().message));
    QString secret;
    if (m_tokenFromInput) {
        if (context.inputIsTerminal) {
            context.err << Text::tr("Secret: ");
            context.err.flush();
        }
        secret = context.readLine().trimmed();
        if (secret.isEmpty())
            return readyFailure<void>(usageError(Text::tr("--token-stdin was given, and standard input is empty.")));
    }
    const auto chain = Chain<void>::begin(context.owner);
    chain->then(context.book.save(*wanted, secret), [&context, chain, secret](const ConnectionRecord &stored) {
        if (!secret.isEmpty() && !context.secrets.isLasting()) {
            chain->finish(
                failure(ErrorKind::SecretLocked,
                        Text::tr("No keychain answers on this computer, so the secret could not be kept. Give it with "
                                 "each call in GATEHOUSE_TOKEN.")));
            return;
        }
        context.err
            << Text::tr("Remembered “%1”. Its list was not read yet; `gatehouse-cli list` does that.").arg(stored.name)
            << '\n';
        chain->finish({});
    });
    return chain->future();
}

} // namespace gatehouse::cli
