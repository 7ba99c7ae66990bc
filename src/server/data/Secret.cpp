// SPDX-License-Identifier: Apache-2.0
#include "server/data/Secret.h"

#include <QCryptographicHash>
#include <QList>
#include <QRandomGenerator>

namespace gatehouse::server {

namespace {

QByteArray randomBytes(qsizetype words)
{
    QList<quint32> random(words);
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return {reinterpret_cast<const char *>(random.constData()), words * qsizetype(sizeof(quint32))};
}

} // namespace

QString newSecret()
{
    constexpr qsizetype words = 256 / 32;
    return QString::fromLatin1(
        randomBytes(words).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString newApiKeySecret(bool isTest)
{
    return (isTest ? QStringLiteral("bbb_test_") : QStringLiteral("bbb_live_")) + newSecret();
}

QString newId()
{
    constexpr qsizetype words = 96 / 32;
    return QString::fromLatin1(randomBytes(words).toHex());
}

bool equalSecrets(const QByteArray &left, const QByteArray &right)
{
    if (left.isEmpty() || right.isEmpty())
        return false;
    // Of the hashes, so that not even the length can be told from the time.
    const auto one = QCryptographicHash::hash(left, QCryptographicHash::Sha256);
    const auto two = QCryptographicHash::hash(right, QCryptographicHash::Sha256);
    unsigned difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference |= static_cast<unsigned char>(one[i]) ^ static_cast<unsigned char>(two[i]);
    return difference == 0;
}

} // namespace gatehouse::server
