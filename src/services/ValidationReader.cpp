// SPDX-License-Identifier: Apache-2.0
#include "services/ValidationReader.h"

#include "services/Text.h"

#include <QJsonArray>

namespace gatehouse {

namespace {

/// One result, or a list of them.
QJsonArray resultsIn(const QJsonValue &answer, const JsonPaths &paths)
{
    const QJsonValue results = findFirst(paths, answer);
    if (results.isObject())
        return {results};
    return results.toArray();
}

int indexOf(const QString &range, const QStringList &ranges)
{
    const auto wanted = readRange(range);
    for (int index = 0; wanted && index < ranges.size(); ++index) {
        if (readRange(ranges[index]) == wanted)
            return index;
    }
    return -1;
}

} // namespace

Result<void> readValidation(const QJsonValue &answer, const ValidateForm &form, const JsonPath &rangeField,
                            const QStringList &ranges)
{
    const QJsonArray results = resultsIn(answer, form.results);
    QList<FieldError> faults;
    for (int position = 0; position < results.size(); ++position) {
        const QJsonValue result = results[position];
        const QJsonValue valid = form.valid.findIn(result);
        if (!valid.isBool())
            return failure(ErrorKind::UnreadableAnswer,
                           AnswerText::tr("The answer does not say whether the entries are valid."));
        const bool hasOneEach = results.size() == ranges.size();
        const int index = hasOneEach ? position : indexOf(rangeField.findIn(result).toString(), ranges);
        if (!valid.toBool())
            faults.append({index, rangeField.toString(), findText(form.message, result)});
    }
    if (results.isEmpty() && !ranges.isEmpty())
        return failure(ErrorKind::UnreadableAnswer,
                       AnswerText::tr("The answer does not say whether the entries are valid."));
    if (faults.isEmpty())
        return {};
    Error error;
    error.kind = ErrorKind::Rejected;
    error.message = faults.first().message;
    error.fields = faults;
    return failure(std::move(error));
}

} // namespace gatehouse
