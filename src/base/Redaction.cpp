// SPDX-License-Identifier: Apache-2.0
#include "base/Redaction.h"

#include <algorithm>
#include <array>
#include <functional>

namespace gatehouse {

namespace {

constexpr int shortestMasked = 4;

QStringList formsOf(const QString &secret)
{
    const QByteArray bytes = secret.toUtf8();
    const QByteArray percent = bytes.toPercentEncoding();
    QByteArray smallPercent = percent; // %2f, as others write it
    for (qsizetype at = smallPercent.indexOf('%'); at >= 0; at = smallPercent.indexOf('%', at + 1))
        smallPercent.replace(at, 3, smallPercent.mid(at, 3).toLower());
    QStringList forms{secret, QString(secret).replace(QLatin1String("/"), QLatin1String("\\/"))};
    for (const QByteArray &form : {percent, smallPercent, bytes.toBase64(QByteArray::OmitTrailingEquals),
                                   bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
                                   bytes.toHex(), bytes.toHex().toUpper()})
        forms << QString::fromLatin1(form);
    forms.removeDuplicates();
    return forms;
}

} // namespace

bool isSecretHeader(const QByteArray &name)
{
    static constexpr std::array words{"authorization", "cookie", "key", "token", "secret", "password"};
    const QByteArray lower = name.toLower();
    return std::ranges::any_of(words, [&](const char *word) { return lower.contains(word); });
}

QStringList inEveryForm(const QStringList &secrets)
{
    QStringList forms;
    for (const QString &secret : secrets) {
        if (secret.size() >= shortestMasked)
            forms << formsOf(secret);
    }
    forms.removeDuplicates();
    return forms;
}

QString redacted(QString text, const QStringList &secrets)
{
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
