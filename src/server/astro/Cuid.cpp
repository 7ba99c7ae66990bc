// SPDX-License-Identifier: Apache-2.0
#include "server/astro/Cuid.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace gatehouse::server {

namespace {

constexpr char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
constexpr quint32 base = sizeof(digits) - 1;
constexpr qsizetype length = 24;

} // namespace

QString newCuid()
{
    QString id(u'c');
    while (id.size() <= length)
        id.append(QLatin1Char(digits[QRandomGenerator::system()->bounded(base)]));
    return id;
}

QString cuidOf(const QByteArray &seed)
{
    QString id(u'c');
    for (const char byte : QCryptographicHash::hash(seed, QCryptographicHash::Sha256).first(length))
        id.append(QLatin1Char(digits[static_cast<unsigned char>(byte) % base]));
    return id;
}

} // namespace gatehouse::server
