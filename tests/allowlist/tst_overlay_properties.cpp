// SPDX-License-Identifier: Apache-2.0
#include "HeldWorld.h"
#include "allowlist/OverlaySending.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;

namespace {

struct Kind
{
    Holding holding;
    bool hasIds;
    /// Whether two entries of one range, equal in all that the service holds, can be told apart.
    [[nodiscard]] bool tellsTwinsApart() const { return hasIds; }
};

Kind kindOf(int number)
{
    Kind kind;
    kind.hasIds = (number & 1) != 0;
    kind.holding.kept = {(number & 2) != 0, (number & 4) != 0, (number & 8) != 0};
    kind.holding.expiryInLabel = (number & 16) != 0;
    return kind;
}

/// Whether the service holds two entries alike.
bool hasTwins(const std::vector<Entry> &list, Holding holding)
{
    holding.expiryInLabel = false; // an expiry in the label does not tell twins apart
    QSet<QString> seen;
    for (const Entry &entry : list) {
        const auto held = heldWanted(entry, Place::Service, holding);
        const QString words = inWords(held ? *held : entry) + (held ? QString() : QStringLiteral(" (here)"));
        if (seen.contains(words))
            return true;
        seen.insert(words);
    }
    return false;
}

} // namespace

/// Many lists, drafts and services of every kind; each round is one list opened, edited and sent, with a crash wherever
/// one may come.
class TestOverlayProperties final : public QObject
{
    Q_OBJECT

private:
    static constexpr int kinds = 32;
    static constexpr int rounds = 60;

    /// A list that stands at a service, and what is kept of it.
    static OpenedList begin(SmallService &service, RandomLists &random)
    {
        std::vector<Entry> list = random.someEntries(7);
        for (Entry &entry : list) {
            entry.remoteId.clear();
            if (entry.isExpired(noon()))
                entry.content.expiresAt.reset(); // an overdue twin cannot be told from its successor
        }
        Draft draft(snapshotOf({}));
        for (const Entry &entry : list)
            draft.set(entry.key, entry);
        const Overlay sent = unsettled({}, draft, {}, service.holding(), noon());
        service.take(heldDraft(draft, {}, service.holding()));
        return OpenedList::read(service, afterSending(sent, sent, noon()), draft.result(), noon());
    }

    static Draft someDraft(const OpenedList &opened, RandomLists &random)
    {
        Draft draft(opened.list);
        std::vector<Entry> next = random.someSuccessor(opened.list->entries());
        for (Entry &entry : next) {
            if (entry.isExpired(noon()))
                entry.content.expiresAt.reset();
            if (!opened.list->find(entry.key))
                entry.remoteId.clear();
        }
        for (const Change &change : changesBetween(*opened.list, Allowlist(std::move(next))).changes)
            draft.set(change.key(), change.after);
        return draft;
    }

    template <typename Check>
    void forAll(Check check)
    {
        for (int number = 0; number < kinds; ++number) {
            RandomLists random(static_cast<unsigned>(number));
            for (int round = 0; round < rounds; ++round) {
                const Kind kind = kindOf(number);
                SmallService service(kind.holding, kind.hasIds);
                const OpenedList opened = begin(service, random);
                const Draft draft = someDraft(opened, random);
                if (!kind.tellsTwinsApart() && (hasTwins(opened.list->entries(), kind.holding) ||
                                                hasTwins(draft.result().entries(), kind.holding)))
                    continue;
                check(kind, service, opened, draft);
                if (QTest::currentTestFailed()) {
                    qWarning("kind %d, round %d: from %s to %s", number, round,
                             qPrintable(inWords(*opened.list).join(u"; ")),
                             qPrintable(inWords(draft.result()).join(u"; ")));
                    return;
                }
            }
        }
    }

private Q_SLOTS:
    void whatIsSentComesBackWhole()
    {
        forAll([](const Kind &kind, SmallService &service, const OpenedList &opened, const Draft &draft) {
            const Overlay sent = unsettled(opened.overlay, draft, opened.places, kind.holding, noon());
            service.take(heldDraft(draft, opened.places, kind.holding));
            const Overlay kept = afterSending(sent, sent, noon());
            const OpenedList after = OpenedList::read(service, kept, draft.result(), noon());
            QCOMPARE(sortedWords(after.list->entries()), sortedWords(draft.result().entries()));
            const auto places = placesOf(after.list->entries(), after.overlay, kind.holding);
            QCOMPARE(after.overlay, overlayOf(after.list->entries(), places, kind.holding));
        });
    }

    void aCrashAfterSendingLosesNothing()
    {
        forAll([](const Kind &kind, SmallService &service, const OpenedList &opened, const Draft &draft) {
            const Overlay sent = unsettled(opened.overlay, draft, opened.places, kind.holding, noon());
            service.take(heldDraft(draft, opened.places, kind.holding));
            for (const int minutes : {1, 60}) {
                const QDateTime later = noon().addSecs(minutes * 60 / 2);
                const OpenedList after = OpenedList::read(service, sent, draft.result(), later);
                QCOMPARE(sortedWords(after.list->entries()), sortedWords(draft.result().entries()));
            }
        });
    }

    /// What is kept is as wanted from then on; everything else is as it was, and nothing lets in that did not.
    void aCrashBeforeSendingLosesNothing()
    {
        forAll([](const Kind &kind, SmallService &service, const OpenedList &opened, const Draft &draft) {
            const Overlay sent = unsettled(opened.overlay, draft, opened.places, kind.holding, noon());
            const OpenedList after = OpenedList::read(service, sent, *opened.list, noon().addSecs(60));
            std::size_t live = 0;
            for (const Entry &entry : after.list->entries()) {
                if (!isAtService(after.places.value(entry.key, Place::Service)))
                    QVERIFY(!entry.content.active);
                else
                    ++live;
            }
            QCOMPARE(live, service.told().size());
            QStringList untouched;
            for (const Entry &entry : opened.list->entries()) {
                if (!draft.change(entry.key))
                    untouched += inWords(entry);
            }
            QStringList found = sortedWords(after.list->entries());
            for (const QString &words : untouched)
                QVERIFY2(found.removeOne(words), qPrintable(words + u" in " + found.join(u"; ")));
        });
    }

    /// And sending it after the crash leads to what was wanted.
    void whatWasInterruptedCanBeSentAgain()
    {
        forAll([](const Kind &kind, SmallService &service, const OpenedList &opened, const Draft &draft) {
            const QDateTime later = noon().addSecs(60);
            const Overlay sent = unsettled(opened.overlay, draft, opened.places, kind.holding, noon());
            const OpenedList again = OpenedList::read(service, sent, *opened.list, later);
            Draft wanted(again.list);
            for (const Change &change : changesBetween(*again.list, draft.result()).changes)
                wanted.set(change.key(), change.after);
            const Overlay second = unsettled(again.overlay, wanted, again.places, kind.holding, later);
            service.take(heldDraft(wanted, again.places, kind.holding));
            const OpenedList after =
                OpenedList::read(service, afterSending(second, second, later), wanted.result(), noon().addSecs(3600));
            QStringList left = sortedWords(after.list->entries());
            const Allowlist result = draft.result();
            for (const Entry &entry : result.entries()) {
                if (!entry.isExpired(noon().addSecs(3600)))
                    QVERIFY2(left.removeOne(inWords(entry)), qPrintable(inWords(entry)));
            }
        });
    }

    void whatVanishesIsOfferedAndComesBack()
    {
        forAll([](const Kind &kind, SmallService &service, const OpenedList &opened, const Draft &draft) {
            Q_UNUSED(draft)
            if (!opened.overlay.rows.empty())
                service.drop(opened.overlay.rows.front().content.range);
            const OpenedList after = OpenedList::read(service, opened.overlay, *opened.list, noon());
            Draft back(after.list);
            for (const Entry &entry : after.list->entries()) {
                if (after.places.value(entry.key, Place::Service) != Place::Vanished)
                    continue;
                Entry wanted = entry;
                wanted.content.active = true;
                back.set(entry.key, wanted);
            }
            const Overlay sent = unsettled(after.overlay, back, after.places, kind.holding, noon());
            service.take(heldDraft(back, after.places, kind.holding));
            const OpenedList restored =
                OpenedList::read(service, afterSending(sent, sent, noon()), back.result(), noon());
            QCOMPARE(sortedWords(restored.list->entries()), sortedWords(back.result().entries()));
            for (const Entry &entry : restored.list->entries())
                QVERIFY(restored.places.value(entry.key, Place::Service) != Place::Vanished);
        });
    }
};

GATEHOUSE_TEST(TestOverlayProperties, QCoreApplication)
#include "tst_overlay_properties.moc"
