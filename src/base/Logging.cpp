// SPDX-License-Identifier: Apache-2.0
#include "base/Logging.h"

#include "base/Printable.h"

#include <cstdio>

namespace gatehouse::logging {

Q_LOGGING_CATEGORY(http, "gatehouse.http", QtInfoMsg)
Q_LOGGING_CATEGORY(services, "gatehouse.services", QtInfoMsg)
Q_LOGGING_CATEGORY(store, "gatehouse.store", QtInfoMsg)
Q_LOGGING_CATEGORY(sync, "gatehouse.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(server, "gatehouse.server", QtInfoMsg)
Q_LOGGING_CATEGORY(desktop, "gatehouse.desktop", QtInfoMsg)

namespace {

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line = printable(qFormatLogMessage(type, context, message)).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
}

} // namespace

void writePrintable()
{
    qInstallMessageHandler(writeMessage);
}

void enableVerbose()
{
    QLoggingCategory::setFilterRules(QStringLiteral("gatehouse.*=true"));
}

} // namespace gatehouse::logging
