// SPDX-License-Identifier: Apache-2.0
#include "server/deploy/DeployText.h"

#include <algorithm>

namespace gatehouse::server {

namespace {

QByteArray textOf(const IpRange &range)
{
    return QByteArray::fromStdString(range.toShortString());
}

QByteArray nginxText(const DeployTarget &target, const LetIn &letIn, EmptyList empty)
{
    QByteArray text = "# The allowlist of " + target.scopeName().toUtf8() +
                      ", written by gatehouse-service at each change: edit the list, not this file.\n";
    if (letIn.isOpen(empty))
        return text + "allow all;\n";
    for (const auto &range : letIn.ranges)
        text += "allow " + textOf(range) + ";\n";
    return text + "deny all;\n";
}

/// Whoever reads the lines needs to know no special case: what is open lets every address in.
QByteArray plainText(const LetIn &letIn, EmptyList empty)
{
    if (letIn.isOpen(empty))
        return "0.0.0.0/0\n::/0\n";
    QByteArray text;
    for (const auto &range : letIn.ranges)
        text += textOf(range) + '\n';
    return text;
}

} // namespace

LetIn LetIn::of(const QList<StoredEntry> &entries, const QDateTime &now)
{
    LetIn letIn;
    for (const auto &entry : entries) {
        const bool expires = entry.expiresAt.isValid();
        if (!entry.active || (expires && entry.expiresAt <= now))
            continue;
        letIn.ranges.append(entry.range);
        if (expires && (!letIn.until.isValid() || entry.expiresAt < letIn.until))
            letIn.until = entry.expiresAt;
    }
    return letIn;
}

bool LetIn::isOpen(EmptyList empty) const
{
    if (ranges.isEmpty())
        return empty == EmptyList::Allow;
    return std::any_of(ranges.begin(), ranges.end(), [](const auto &range) { return range.isAny(); });
}

QByteArray deployText(const DeployTarget &target, const LetIn &letIn, EmptyList empty)
{
    return target.form == DeployTarget::Form::Nginx ? nginxText(target, letIn, empty) : plainText(letIn, empty);
}

} // namespace gatehouse::server
