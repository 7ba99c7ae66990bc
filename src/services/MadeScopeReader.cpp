// SPDX-License-Identifier: Apache-2.0
#include "services/MadeScopeReader.h"

#include "http/HttpMessage.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

QString mayHaveBeenMade(const QString &reason)
{
    return reason + u'\n' +
           QCoreApplication::translate("Answer", "It may have been made nevertheless. Look it up at the service.");
}

} // namespace

Result<MadeScope> readMadeScope(const ErrorReader &answers, const HttpResponse &response, const NewScopeForm &form,
                                const QDateTime &now)
{
    const auto unreadable = [&](const QString &reason) {
        Error error = answers.unreadable(response, mayHaveBeenMade(reason));
        error.detail.clear();
        return failure(std::move(error));
    };
    const auto answer = answers.read(response, now);
    if (!answer && answer.error().kind == ErrorKind::UnreadableAnswer)
        return unreadable(answer.error().message);
    if (!answer)
        return failure(answer.error());
    MadeScope made;
    made.scope.value = findText({form.value}, *answer);
    made.secret = findText(form.secret, *answer);
    if (made.scope.value.isEmpty())
        return unreadable(QCoreApplication::translate("Answer", "%1: the answer does not name what was made")
                              .arg(form.value.toString()));
    if (!form.secret.isEmpty() && made.secret.isEmpty())
        return unreadable(QCoreApplication::translate("Answer", "The answer does not tell the secret."));
    made.scope.title = findText(form.title, *answer);
    if (made.scope.title.isEmpty())
        made.scope.title = made.scope.value;
    return made;
}

} // namespace gatehouse
