// SPDX-License-Identifier: Apache-2.0
#include "RandomLists.h"
#include "ReviewWords.h"
#include "allowlist/Review.h"
#include "support/TestProgram.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

/// The review by the plainest means: every instant is lived through, every pair of entries is looked at.
class PlainModel
{
public:
    explicit PlainModel(const ReviewInput &input)
        : m_input(input)
        , m_before(input.draft.snapshot().entries())
        , m_after(input.draft.result().entries())
    {
        m_instants.insert(input.now);
        for (const std::vector<Entry> &list : {m_before, m_after}) {
            for (const Entry &entry : list) {
                if (entry.content.expiresAt && *entry.content.expiresAt > input.now)
                    m_instants.insert(*entry.content.expiresAt);
            }
        }
    }

    [[nodiscard]] bool isEmpty(const std::vector<Entry> &list, const QDateTime &at) const
    {
        return std::ranges::none_of(list, [&](const Entry &entry) { return entry.isInForce(at); });
    }
    [[nodiscard]] bool letsIn(const std::vector<Entry> &list, const IpAddress &address, const QDateTime &at) const
    {
        if (isEmpty(list, at))
            return emptyIsOpen();
        return std::ranges::any_of(
            list, [&](const Entry &entry) { return entry.isInForce(at) && entry.content.range.contains(address); });
    }
    [[nodiscard]] bool emptyIsOpen() const { return m_input.rules.emptyList == EmptyListMeaning::OpenToEveryone; }

    template <typename Condition>
    [[nodiscard]] std::optional<QDateTime> firstInstant(Condition condition) const
    {
        const auto found = std::ranges::find_if(m_instants, condition);
        return found == m_instants.end() ? std::nullopt : std::optional(*found);
    }

    /// What happens at a later time is a warning if it would not happen, or happen later, without the change.
    [[nodiscard]] QString later(const QString &what, const std::optional<QDateTime> &before, const QDateTime &at) const
    {
        const bool comesAnyway = before && *before > m_input.now && *before <= at;
        return u"%1 %2 %3h"_s.arg(comesAnyway ? u"note"_s : u"warning"_s, what).arg(noon().secsTo(at) / 3600);
    }

    void tellOf(const IpAddress &address, QStringList &lines) const
    {
        const QString name = toQString(address);
        const auto before = firstInstant([&](const QDateTime &at) { return !letsIn(m_before, address, at); });
        const auto after = firstInstant([&](const QDateTime &at) { return !letsIn(m_after, address, at); });
        if (!after)
            return;
        if (before == m_input.now && after == m_input.now)
            lines += u"note not-let-in %1"_s.arg(name);
        else if (after == m_input.now)
            lines += u"error lock-out %1"_s.arg(name);
        else if (before != m_input.now)
            lines += later(u"lock-out-later "_s + name, before, *after);
    }

    void tellOfEmptiness(QStringList &lines) const
    {
        const QString word = emptyIsOpen() ? u"opens"_s : u"closes"_s;
        const auto before = firstInstant([&](const QDateTime &at) { return isEmpty(m_before, at); });
        const auto after = firstInstant([&](const QDateTime &at) { return isEmpty(m_after, at); });
        if (after && *after != m_input.now)
            lines += later(word + u"-later"_s, before, *after);
        else if (after && before != m_input.now)
            lines += u"error %1"_s.arg(word);
    }

    [[nodiscard]] QStringList access() const
    {
        QStringList lines;
        tellOf(*m_input.current.v4, lines);
        tellOf(*m_input.current.v6, lines);
        tellOfEmptiness(lines);
        lines.sort();
        return lines;
    }

    [[nodiscard]] bool isTouched(const Entry &entry) const
    {
        const Entry *known = m_input.draft.snapshot().find(entry.key);
        return !known || known->content != entry.content;
    }

    /// The keys of what each touched entry repeats and is covered by.
    [[nodiscard]] QStringList overlaps() const
    {
        QStringList lines;
        for (const Entry &entry : m_after) {
            if (!isTouched(entry))
                continue;
            if (const Entry *other = duplicated(entry))
                lines += u"%1 repeats %2"_s.arg(entry.key.toString(), other->key.toString());
            if (const Entry *other = covering(entry))
                lines += u"%1 in %2"_s.arg(entry.key.toString(), other->key.toString());
        }
        lines.sort();
        return lines;
    }

private:
    [[nodiscard]] const Entry *duplicated(const Entry &entry) const
    {
        const Entry *kept = nullptr;
        for (const bool touched : {false, true}) {
            for (const Entry &other : m_after) {
                if (!kept && other.content.range == entry.content.range && isTouched(other) == touched)
                    kept = &other;
            }
        }
        return kept == &entry ? nullptr : kept;
    }

    static bool lastsAsLong(const Entry &other, const Entry &entry)
    {
        const auto end = [](const Entry &some) { return some.content.expiresAt.value_or(hoursFromNoon(1000)); };
        return end(other) >= end(entry);
    }

    [[nodiscard]] const Entry *covering(const Entry &entry) const
    {
        const Entry *best = nullptr;
        for (const Entry &other : m_after) {
            const IpRange &range = other.content.range;
            if (!entry.isInForce(m_input.now) || !other.isInForce(m_input.now) || range == entry.content.range ||
                !range.contains(entry.content.range) || !lastsAsLong(other, entry))
                continue;
            const bool isNarrower = best && best->content.range != range && best->content.range.contains(range);
            const bool lastsLonger = best && best->content.range == range && !lastsAsLong(*best, other);
            if (!best || isNarrower || lastsLonger)
                best = &other;
        }
        return best;
    }

    const ReviewInput &m_input;
    std::vector<Entry> m_before;
    std::vector<Entry> m_after;
    std::set<QDateTime> m_instants;
};

ReviewInput someInput(RandomLists &random)
{
    ReviewInput input;
    input.draft = random.someDraft(random.someEntries(random.oneIn(3) ? 3 : 12));
    input.rules.seesPublicAddressesOnly = false;
    input.rules.emptyList = random.oneIn(3) ? EmptyListMeaning::ClosedToEveryone : EmptyListMeaning::OpenToEveryone;
    const auto offset = static_cast<std::uint32_t>(random.below(16));
    input.current.v4 = IpAddress::v4(0xc6336400 + offset);
    input.current.v6 = IpAddress::v6(0x20010db800000000, offset);
    input.now = noon();
    return input;
}

constexpr unsigned runs = 3000;

QByteArray seedName(unsigned seed)
{
    return u"seed %1"_s.arg(seed).toUtf8();
}

} // namespace

class TestReviewModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesOnWhoIsLetInAtEveryInstant();
    void agreesOnDuplicatesAndCover();
    void agreesOnWhatMayLockOut();
    void hasNoErrorAndNoEntryForAnUnchangedList();
};

void TestReviewModel::agreesOnWhoIsLetInAtEveryInstant()
{
    const std::set rules{ReviewRule::NotLetIn,        ReviewRule::LockOut,       ReviewRule::LockOutAtExpiry,
                         ReviewRule::OpensToEveryone, ReviewRule::OpensAtExpiry, ReviewRule::ClosesToEveryone,
                         ReviewRule::ClosesAtExpiry};
    for (unsigned seed = 1; seed <= runs; ++seed) {
        RandomLists random(seed);
        const ReviewInput input = someInput(random);
        QStringList lines;
        for (const Finding &finding : review(input).findings) {
            if (rules.contains(finding.rule))
                lines += inWords(finding, input.draft);
        }
        lines.sort();
        const QStringList expected = PlainModel(input).access();
        QVERIFY2(lines == expected,
                 qPrintable(u"seed %1: %2 instead of %3"_s.arg(seed).arg(lines.join(u'|'), expected.join(u'|'))));
    }
}

void TestReviewModel::agreesOnDuplicatesAndCover()
{
    for (unsigned seed = 1; seed <= runs; ++seed) {
        RandomLists random(seed);
        const ReviewInput input = someInput(random);
        QStringList lines;
        for (const Finding &finding : review(input).findings) {
            if (finding.rule == ReviewRule::Duplicate)
                lines += u"%1 repeats %2"_s.arg(finding.entry.toString(), finding.other.toString());
            if (finding.rule == ReviewRule::Covered)
                lines += u"%1 in %2"_s.arg(finding.entry.toString(), finding.other.toString());
        }
        lines.sort();
        QVERIFY2(lines == PlainModel(input).overlaps(), seedName(seed).constData());
    }
}

/// Whoever the address might be: without it, the warning must come whenever one of the world's addresses loses access.
void TestReviewModel::agreesOnWhatMayLockOut()
{
    for (unsigned seed = 1; seed <= runs; ++seed) {
        RandomLists random(seed);
        ReviewInput input = someInput(random);
        input.current = {};
        const PlainModel model(input);
        const std::vector<Entry> &before = input.draft.snapshot().entries();
        const Allowlist after = input.draft.result();
        bool mayLockOut = false;
        for (std::uint32_t offset = 0; offset <= 16; ++offset) { // 16 stands for the rest of the addresses
            for (const IpAddress &address :
                 {IpAddress::v4(0xc6336400 + offset), IpAddress::v6(0x20010db800000000, offset)})
                mayLockOut = mayLockOut || (model.letsIn(before, address, input.now) &&
                                            !model.letsIn(after.entries(), address, input.now));
        }
        const bool isOpen = model.isEmpty(after.entries(), input.now) && model.emptyIsOpen();
        for (const Change &change : input.draft.changes().changes) {
            const bool endsSooner = change.before && change.after && change.after->content.expiresAt &&
                                    change.before->isInForce(input.now) &&
                                    (!change.before->content.expiresAt ||
                                     *change.after->content.expiresAt < *change.before->content.expiresAt);
            mayLockOut = mayLockOut || (endsSooner && !isOpen);
        }
        QVERIFY2(review(input).has(ReviewRule::CurrentAddressUnknown) == mayLockOut, seedName(seed).constData());
    }
}

void TestReviewModel::hasNoErrorAndNoEntryForAnUnchangedList()
{
    for (unsigned seed = 1; seed <= runs; ++seed) {
        RandomLists random(seed);
        ReviewInput input = someInput(random);
        input.draft = Draft(input.draft.sharedSnapshot());
        input.rules.maximumEntries = 1;
        input.rules.acceptsAny = false;
        input.rules.acceptsV6 = random.oneIn(2);
        input.rules.broadestV4 = 32;
        input.rules.maximumLabelLength = 0;
        if (random.oneIn(2))
            input.current = {};
        for (const Finding &finding : review(input).findings) {
            QVERIFY2(finding.severity != Severity::Error, seedName(seed).constData());
            QVERIFY2(finding.entry.isNull(), seedName(seed).constData());
        }
    }
}

GATEHOUSE_TEST(TestReviewModel, QCoreApplication)
#include "tst_review_model.moc"
