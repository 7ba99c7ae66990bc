// SPDX-License-Identifier: Apache-2.0
#include "services/ForeignItem.h"

#include "allowlist/Text.h"
#include "services/LooseValue.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype longestName = 120;

/// The first members that say something, as people would read them.
QString membersOf(const QJsonObject &item)
{
    constexpr qsizetype most = 3;
    QStringList parts;
    for (auto member = item.begin(); member != item.end() && parts.size() < most; ++member) {
        const QString text = looseText(member.value()).value_or(QString()).simplified();
        if (!text.isEmpty())
            parts += u"%1: %2"_s.arg(member.key(), text);
    }
    return parts.join(u", "_s);
}

QString nameOf(const QJsonObject &item, const QJsonObject &unknown, const EntryForm &form)
{
    const QJsonValue value = form.rangeField.findIn(item);
    QString name = looseText(value).value_or(QString()).simplified();
    if (name.isEmpty() && !value.isUndefined() && !value.isNull() && !value.isString())
        name = shownValue(value);
    if (name.isEmpty())
        name = membersOf(unknown);
    if (name.isEmpty())
        name = QString::fromUtf8(QJsonDocument(item).toJson(QJsonDocument::Compact));
    return name.size() > longestName ? name.first(longestName) + u'…' : name;
}

/// "startIpAddress" and "cidr_mask" in small words.
QStringList wordsIn(const QString &name)
{
    static const QRegularExpression edge(QStringLiteral("(?<=[a-z0-9])(?=[A-Z])|[_.\\- ]+"));
    QStringList words = name.split(edge, Qt::SkipEmptyParts);
    for (QString &word : words)
        word = word.toLower();
    return words;
}

bool haveAny(const QStringList &words, const QStringList &wanted)
{
    return std::ranges::any_of(words, [&](const QString &word) { return wanted.contains(word); });
}

bool isNetmask(const QString &text)
{
    const auto address = parseAddress(text);
    return address && address->family() == Family::V4 && (text.startsWith("255."_L1) || text == "0.0.0.0"_L1);
}

bool isPartOfRange(const QString &name, const QJsonValue &value)
{
    static const QStringList masks{u"mask"_s,      u"netmask"_s,      u"subnet"_s, u"subnetmask"_s, u"prefix"_s,
                                   u"prefixlen"_s, u"prefixlength"_s, u"bits"_s,   u"cidr"_s,       u"masklen"_s};
    static const QStringList ends{u"end"_s, u"last"_s, u"to"_s, u"upper"_s, u"stop"_s, u"max"_s};
    const QStringList words = wordsIn(name);
    const auto number = looseWholeNumber(value);
    constexpr qint64 longestPrefix = 128;
    if (haveAny(words, masks))
        return (number && *number >= 0 && *number <= longestPrefix) || isNetmask(value.toString());
    return haveAny(words, ends) && bool(parseAddress(value.toString()));
}

} // namespace

Entry foreignEntry(const QJsonObject &item, const EntryForm &form)
{
    Entry entry;
    entry.unknownFields = item;
    for (const auto &time : {form.createdAt, form.updatedAt}) {
        if (time)
            entry.unknownFields.remove(time->field.top());
    }
    for (const JsonPath &path : form.createdBy + form.updatedBy)
        entry.unknownFields.remove(path.top());
    for (const QString &name : form.neverSent)
        entry.unknownFields.remove(name);
    QJsonObject unknown = entry.unknownFields;
    if (form.id) {
        entry.remoteId = looseText(form.id->field.findIn(item)).value_or(QString());
        form.id->field.removeFrom(unknown);
    }
    if (form.label) {
        entry.content.label = looseText(form.label->field.findIn(item)).value_or(QString());
        form.label->field.removeFrom(unknown);
    }
    if (form.active)
        entry.content.active = !looselyEqual(form.active->field.findIn(item), form.active->off);
    entry.content.foreign = nameOf(item, unknown, form);
    return entry;
}

QString memberWithRange(const QJsonObject &item)
{
    for (auto member = item.begin(); member != item.end(); ++member) {
        const QString text = member.value().toString();
        if (!text.isEmpty() && parseRange(text.trimmed()))
            return member.key();
    }
    return {};
}

QString secondPartOf(const QJsonObject &item, const IpRange &range, const EntryForm &form)
{
    const QJsonObject beside = form.rangeField.parent().findIn(item).toObject();
    const QJsonValue text = form.rangeField.findIn(item);
    if (range.isAny() || text.toString().contains(u'/'))
        return {};
    const auto isExcused = [&](const QString &name) {
        return form.rangeApart.contains(name) || std::ranges::any_of(form.onlyWhen, [&](const auto &condition) {
                   return condition.first.toString().section(u'.', -1) == name;
               });
    };
    for (auto member = beside.begin(); member != beside.end(); ++member) {
        const bool isRange = member.key() == form.rangeField.toString().section(u'.', -1);
        if (!isRange && !isExcused(member.key()) && isPartOfRange(member.key(), member.value()))
            return member.key();
    }
    return {};
}

} // namespace gatehouse
