// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/JsonPath.h"

#include <QByteArray>
#include <QStringList>

namespace gatehouse {

class ObjectReader;

/// A sign in an answer: its status, and a word in one of its fields or a phrase anywhere in it.
struct AnswerMatch
{
    int status = 0;
    JsonPaths field;
    QString value;       ///< what the field says
    QStringList phrases; ///< any of them, compared without case

    /// `answer` is the body as JSON, Undefined if it is none.
    [[nodiscard]] bool matches(int answerStatus, const QJsonValue &answer, const QByteArray &body) const;
};

AnswerMatch readAnswerMatch(ObjectReader &reader);

} // namespace gatehouse
