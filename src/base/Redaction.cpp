// SPDX-License-Identifier: Apache-2.0
#include "base/Redaction.h"

#include <algorithm>
#include <array>

namespace gatehouse {

bool isSecretHeader(const QByteArray &name)
{
    static constexpr std::array words{"authorization", "cookie", "key", "token", "secret", "password"};
    const QByteArray lower = name.toLower();
    return std::ranges::any_of(words, [&](const char *word) { return lower.contains(word); });
}

QString redacted(QString text, const QStringList &secrets)
{
    constexpr int shortestMasked = 4;
    for (const QString &secret : secrets) {
        if (secret.size() >= shortestMasked)
            text.replace(secret, QString::fromUtf8(redactionMark));
    }
    return text;
}

} // namespace gatehouse
