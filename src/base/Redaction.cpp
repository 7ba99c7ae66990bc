// SPDX-License-Identifier: Apache-2.0
#include "base/Redaction.h"

#include <algorithm>
#include <array>
#include <functional>

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
    // Longest first, so that one secret inside another does not leave the rest of that one readable.
    QStringList longestFirst = secrets;
    std::ranges::stable_sort(longestFirst, std::ranges::greater(), &QString::size);
    for (const QString &secret : longestFirst) {
        if (secret.size() >= shortestMasked)
            text.replace(secret, QString::fromUtf8(redactionMark));
    }
    return text;
}

} // namespace gatehouse
