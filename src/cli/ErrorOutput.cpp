// SPDX-License-Identifier: Apache-2.0
#include "cli/ErrorOutput.h"

#include "cli/Text.h"

namespace gatehouse::cli {

namespace {

/// What happened at a service or on the way there; our own sentences say themselves what to do.
bool isFromElsewhere(const Error &error)
{
    return error.httpStatus > 0 || error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout ||
           error.kind == ErrorKind::Tls;
}

QStringList linesOf(const Error &error)
{
    QStringList lines;
    if (isFromElsewhere(error) || error.message.isEmpty())
        lines += explain(error);
    if (!error.message.isEmpty())
        lines += error.message;
    for (const FieldError &field : error.fields)
        lines += field.field.isEmpty() ? field.message : Text::tr("%1: %2").arg(field.field, field.message);
    lines.removeDuplicates();
    return lines;
}

} // namespace

void printError(const Error &error, const QString &who, Output &err)
{
    QStringList lines = linesOf(error);
    if (!who.isEmpty())
        lines.first() = Text::tr("%1: %2").arg(who, lines.first());
    for (const QString &line : lines)
        err << line << '\n';
}

} // namespace gatehouse::cli
