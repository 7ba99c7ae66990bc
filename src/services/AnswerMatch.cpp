// SPDX-License-Identifier: Apache-2.0
#include "services/AnswerMatch.h"

#include "services/ObjectReader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

bool AnswerMatch::matches(int answerStatus, const QJsonValue &answer, const QByteArray &body) const
{
    constexpr qsizetype longest = 16 * 1024; // what says why a request is refused is short
    if (answerStatus != status)
        return false;
    if (!field.isEmpty())
        return findText(field, answer) == value;
    const QString text = QString::fromUtf8(body.first(std::min(body.size(), longest)));
    return std::ranges::any_of(phrases,
                               [&](const QString &phrase) { return text.contains(phrase, Qt::CaseInsensitive); });
}

AnswerMatch readAnswerMatch(ObjectReader &reader)
{
    AnswerMatch match;
    match.status = reader.number("status"_L1, 400, 599);
    if (reader.has("field"_L1)) {
        match.field = reader.paths("field"_L1);
        match.value = reader.text("value"_L1);
        return match;
    }
    match.phrases = reader.texts("phrases"_L1, {});
    if (match.phrases.isEmpty() || match.phrases.contains(QString()))
        reader.complain(QCoreApplication::translate("ServiceDefinition", "must have field and value, or phrases"));
    return match;
}

} // namespace gatehouse
