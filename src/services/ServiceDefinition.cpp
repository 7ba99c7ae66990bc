// SPDX-License-Identifier: Apache-2.0
#include "services/ServiceDefinition.h"

#include "services/BasePath.h"
#include "services/DefinitionReader.h"
#include "services/Text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

/// What explains the others first: a mistyped key is unknown under its name and missing under the right one.
void sort(DefinitionProblems &problems)
{
    std::ranges::stable_sort(
        problems, {}, [](const DefinitionProblem &problem) { return std::pair(!problem.unknownKey, problem.line); });
}

QString describe(const DefinitionProblem &problem, const QString &fileName)
{
    if (problem.key.isEmpty())
        return "%1:%2: %3"_L1.arg(fileName, QString::number(problem.line), problem.reason);
    return "%1:%2: %3: %4"_L1.arg(fileName, QString::number(problem.line), problem.key, problem.reason);
}

Error errorOf(DefinitionProblems problems, const QString &fileName)
{
    sort(problems);
    Error error;
    error.kind = ErrorKind::Definition;
    error.message = describe(problems.front(), fileName);
    constexpr std::size_t most = 100;
    QStringList others;
    for (std::size_t index = 1; index < std::min(problems.size(), most); ++index)
        others.append(describe(problems[index], fileName));
    if (problems.size() > most)
        others.append(DefinitionText::tr("%n more", nullptr, static_cast<int>(problems.size() - most)));
    error.detail = others.join(u'\n');
    return error;
}

bool isSameBase(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() && one.port() == other.port() &&
           basePathOf(one) == basePathOf(other);
}

} // namespace

std::optional<QUrl> ServiceDefinition::currentUrlFor(const QUrl &url) const
{
    for (const FormerBaseUrl &former : formerBaseUrls) {
        if (isSameBase(url, former.url))
            return former.now;
    }
    const QString path = basePathOf(url);
    for (const FormerPath &former : formerPaths) {
        if (!path.endsWith(former.path))
            continue;
        QUrl current = url;
        current.setPath(path.chopped(former.path.size()) + former.now, QUrl::StrictMode);
        return current;
    }
    return std::nullopt;
}

Result<ServiceDefinition> parseDefinition(const QByteArray &json, const QString &fileName)
{
    const auto source = readJson(json);
    if (!source)
        return failure(errorOf({{source.error().line, source.error().key, source.error().reason}}, fileName));
    if (source->type != JsonNode::Type::Object)
        return failure(errorOf({{source->line, {}, DefinitionText::tr("must be an object in braces")}}, fileName));

    DefinitionProblems problems;
    ServiceDefinition definition;
    {
        ObjectReader root(&*source, {}, problems);
        definition = DefinitionReader(root).read();
    }
    if (!problems.empty())
        return failure(errorOf(std::move(problems), fileName));
    return definition;
}

} // namespace gatehouse
