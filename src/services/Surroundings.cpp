// SPDX-License-Identifier: Apache-2.0
#include "services/Surroundings.h"

#include "services/LooseValue.h"
#include "services/Text.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

/// The object of the body in which the list stands; empty when it stands nowhere in it.
QJsonObject aroundList(const QJsonObject &body)
{
    for (const QJsonValue &value : body) {
        if (value == QJsonValue(u"{entries}"_s) || value == QJsonValue(u"{ranges}"_s))
            return body;
        if (const QJsonObject inner = aroundList(value.toObject()); !inner.isEmpty())
            return inner;
    }
    return {};
}

} // namespace

QString overwrittenBeside(const QJsonValue &answer, const Wire &wire, const QMap<QString, QString> &scope)
{
    if (!wire.write.replace)
        return {};
    TemplateValues values = wire.fallbacks;
    for (auto field = scope.begin(); field != scope.end(); ++field) {
        if (!field->isEmpty())
            values.insert(field.key(), *field);
    }
    const QJsonObject written = fillJson(aroundList(wire.write.replace->body.toObject()), values).toObject();
    const QJsonObject held = wire.list.items.parent().findIn(answer).toObject();
    for (auto member = written.begin(); member != written.end(); ++member) {
        const QJsonValue now = held.value(member.key());
        if (now.isUndefined() || looselyEqual(now, member.value()))
            continue;
        return AnswerText::tr("%1, which stands beside the list, is %2 at the service, and every change would make it "
                              "%3. The list is not opened, so that nothing is overwritten unseen.")
            .arg(member.key(), shownValue(now), shownValue(member.value()));
    }
    return {};
}

} // namespace gatehouse
