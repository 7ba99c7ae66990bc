// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/RangeAdvice.h"

#include "allowlist/Text.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatehouse {

namespace {

/// Beyond this a review takes longer than a keystroke should.
constexpr std::size_t quicklyReviewed = 2000;

bool isAboutTheRange(const Finding &finding, const EntryKey &candidate)
{
    switch (finding.rule) {
    case ReviewRule::Duplicate:
    case ReviewRule::Covered:
    case ReviewRule::TooBroad:
    case ReviewRule::FamilyNotAccepted:
    case ReviewRule::AnyNotAccepted:
    case ReviewRule::NeverMatches:
        return finding.entry == candidate;
    case ReviewRule::TooManyEntries:
        return true;
    default:
        return false;
    }
}

EntryContent contentOf(const IpRange &range)
{
    EntryContent content;
    content.range = range;
    return content;
}

/// What is there already is not added a second time, so that there never are two of which to keep one.
QString sentenceFor(const Finding &finding, const Draft &draft)
{
    if (finding.rule != ReviewRule::Duplicate)
        return describe(finding, draft);
    return QCoreApplication::translate("RangeAdvice", "%1 is on the list already.")
        .arg(toShortQString(draft.entry(finding.entry)->content));
}

/// `draft` is the list that the range would be added to.
std::optional<RangeObjection> objectionTo(const IpRange &range, Draft draft, const ListRules &rules,
                                          const QDateTime &now)
{
    const Entry candidate = makeEntry(contentOf(range));
    draft.set(candidate.key, candidate);
    const Review review = gatehouse::review({draft, rules, {}, now});
    const auto found = std::ranges::find_if(
        review.findings, [&](const Finding &finding) { return isAboutTheRange(finding, candidate.key); });
    if (found == review.findings.end())
        return std::nullopt;
    return RangeObjection{sentenceFor(*found, draft), found->severity == Severity::Error};
}

} // namespace

RangeJudge judgeFor(ListSession &session, const Clock &clock, AdviceFor purpose)
{
    RangeJudge judge;
    const auto definition = session.definition();
    judge.name = definition ? definition->name : session.connection().serviceId;
    judge.byRules = [&session, &clock, purpose](const IpRange &range) {
        const bool alone = purpose == AdviceFor::EditedEntry || session.draft().snapshot().size() > quicklyReviewed;
        return objectionTo(range, alone ? Draft() : session.draft(), session.rules(), clock.now());
    };
    if (definition && definition->capabilities.validate)
        judge.byService = [&session](const IpRange &range) { return session.checkAtService(contentOf(range)); };
    return judge;
}

RangeJudge judgeForNewList(const ServiceDefinition &definition, const Clock &clock)
{
    RangeJudge judge;
    judge.name = definition.name;
    judge.byRules = [rules = definition.rules, &clock](const IpRange &range) {
        return objectionTo(range, {}, rules, clock.now());
    };
    return judge;
}

} // namespace gatehouse
