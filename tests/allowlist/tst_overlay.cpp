// SPDX-License-Identifier: Apache-2.0
#include "HeldWorld.h"
#include "allowlist/OverlaySending.h"
#include "support/TestProgram.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

using State = OverlayRow::State;

namespace {

/// Nothing but ranges, as Astro.
Holding rangesOnly()
{
    return {{true, true, true}, false, {}};
}

/// Ranges and labels, as Cortex and bitbybit.
Holding labelsToo(bool expiryInLabel = false)
{
    return {{false, true, true}, expiryInLabel, {}};
}

Entry withId(const QString &words, const QString &id)
{
    Entry made = entry(words);
    made.remoteId = id;
    return made;
}

OverlayRow row(State state, const QString &words, const QString &id = {})
{
    OverlayRow made;
    made.state = state;
    made.content = entry(words).content;
    made.remoteId = id;
    return made;
}

QString inWords(const CompleteList &list)
{
    static const QMap<Place, QString> marks{{Place::Service, QString()},
                                            {Place::ServiceWithExpiryInLabel, u" (in label)"_s},
                                            {Place::Here, u" (here)"_s},
                                            {Place::Vanished, u" (vanished)"_s}};
    QStringList lines;
    for (std::size_t i = 0; i < list.entries.size(); ++i)
        lines += test::inWords(list.entries[i]) + marks[list.places[i]];
    return lines.join(u"; ");
}

} // namespace

class TestOverlay final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowTheirEntry_data()
    {
        QTest::addColumn<QStringList>("held"); // "words" or "words#id"
        QTest::addColumn<QList<int>>("states");
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QString>("complete");
        const QList<int> there{int(State::There)};
        const QList<int> away{int(State::Away)};
        const auto test = [](const char *name, const QStringList &held, const QList<int> &states,
                             const QStringList &rows, const char *complete) {
            QTest::newRow(name) << held << states << rows << QString::fromUtf8(complete);
        };
        test("nothing kept", {u"192.0.2.1#a"_s}, {}, {}, "192.0.2.1");
        test("by id", {u"192.0.2.1#a"_s}, there, {u"192.0.2.1 Bob 2h#a"_s}, "192.0.2.1 Bob 2h");
        test("by id, with another range", {u"192.0.2.9#a"_s}, there, {u"192.0.2.1 Bob#a"_s}, "192.0.2.9 Bob");
        test("by range without an id", {u"192.0.2.1"_s}, there, {u"192.0.2.1 Bob"_s}, "192.0.2.1 Bob");
        test("by range when the id is new", {u"192.0.2.1#b"_s}, there, {u"192.0.2.1 Bob#a"_s}, "192.0.2.1 Bob");
        test("the id goes before the range", {u"192.0.2.1#b"_s, u"192.0.2.1#a"_s}, there, {u"192.0.2.1 Bob#a"_s},
             "192.0.2.1; 192.0.2.1 Bob");
        test("switched off", {u"192.0.2.1#a"_s}, away, {u"192.0.2.2 Bob"_s}, "192.0.2.1; 192.0.2.2 Bob off (here)");
        test("switched off, and somebody else has added that range", {u"192.0.2.2#a"_s}, away, {u"192.0.2.2 Bob"_s},
             "192.0.2.2; 192.0.2.2 Bob off (here)");
        test("gone without us", {}, there, {u"192.0.2.1 Bob 2h#a"_s}, "192.0.2.1 Bob off 2h (vanished)");
        test("gone when its time was over", {}, there, {u"192.0.2.1 Bob -1h#a"_s}, "");
        test("overdue", {u"192.0.2.1#a"_s}, there, {u"192.0.2.1 Bob -1h#a"_s}, "192.0.2.1 Bob -1h");
        test("overdue, known by its range alone", {u"192.0.2.1"_s}, there, {u"192.0.2.1 Bob -1h"_s},
             "192.0.2.1 Bob -1h");
        test("ended elsewhere and made anew", {u"192.0.2.1#b"_s}, there, {u"192.0.2.1 Bob -1h#a"_s}, "192.0.2.1");
    }

    void rowsFollowTheirEntry()
    {
        QFETCH(const QStringList, held);
        QFETCH(const QList<int>, states);
        QFETCH(const QStringList, rows);
        QFETCH(const QString, complete);
        std::vector<Entry> told;
        for (const QString &text : held)
            told.push_back(withId(text.section(u'#', 0, 0), text.section(u'#', 1)));
        Overlay overlay;
        for (qsizetype i = 0; i < rows.size(); ++i)
            overlay.rows.push_back(row(State(states[i]), rows[i].section(u'#', 0, 0), rows[i].section(u'#', 1)));

        const CompleteList list = completed(told, overlay, rangesOnly(), noon());

        QCOMPARE(inWords(list), complete);
        QCOMPARE(list.overlay, overlayOf(list.entries, list.places, rangesOnly()));
        QCOMPARE(inWords(completed(told, list.overlay, rangesOnly(), noon())), complete);
    }

    void expiryIsReadFromLabelsWhateverWasChosen()
    {
        std::vector<Entry> told{entry(u"192.0.2.1"_s), entry(u"192.0.2.2 Ann"_s)};
        told[0].content.label = u"Bob [until 2026-03-01 14:00 UTC]"_s;
        for (const bool chosen : {false, true}) {
            const CompleteList list = completed(told, {}, labelsToo(chosen), noon());
            QCOMPARE(inWords(list), u"192.0.2.1 Bob 2h (in label); 192.0.2.2 Ann"_s);
            QVERIFY(list.overlay.rows.empty());
        }
        const CompleteList asText = completed(told, {}, rangesOnly(), noon());
        QCOMPARE(asText.entries[0].content.label, told[0].content.label);
    }

    void expiryInTheLabelGoesBeforeOneThatIsKept()
    {
        std::vector<Entry> told{entry(u"192.0.2.1"_s)};
        told[0].content.label = u"Bob [until 2026-03-01 14:00 UTC]"_s;
        const Overlay overlay{{row(State::There, u"192.0.2.1 Bob 5h"_s)}};
        const CompleteList list = completed(told, overlay, labelsToo(), noon());
        QCOMPARE(inWords(list), u"192.0.2.1 Bob 2h (in label)"_s);
        QVERIFY(list.overlay.rows.empty());
    }

    void anEntryWithoutARowIsNotTakenForOneOfItsRange()
    {
        const std::vector<Entry> list{entry(u"192.0.2.1 Ann"_s), entry(u"192.0.2.1 Bob -1h"_s)};
        const Overlay overlay = overlayOf(list, {Place::Service, Place::Service}, labelsToo());
        QCOMPARE(overlay.rows.size(), 2U);
        const CompleteList left = completed({entry(u"192.0.2.1 Ann"_s)}, overlay, labelsToo(), noon());
        QCOMPARE(inWords(left), u"192.0.2.1 Ann"_s);
    }

    void unsettledRowsInventNothing_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QStringList>("held");
        QTest::addColumn<QString>("complete");
        const auto test = [](const char *name, const QString &kept, const QStringList &held, const char *complete) {
            QTest::newRow(name) << kept << held << QString::fromUtf8(complete);
        };
        test("added, arrived", u"192.0.2.1 Bob 2h"_s, {u"192.0.2.1"_s}, "192.0.2.1 Bob 2h");
        test("added, not arrived", u"192.0.2.1 Bob 2h"_s, {}, "");
        test("switched off, arrived", u"192.0.2.1 Bob off"_s, {}, "192.0.2.1 Bob off (here)");
        test("switched off, not arrived", u"192.0.2.1 Bob off"_s, {u"192.0.2.1"_s}, "192.0.2.1 Bob");
    }

    void unsettledRowsInventNothing()
    {
        QFETCH(const QString, kept);
        QFETCH(const QStringList, held);
        QFETCH(const QString, complete);
        OverlayRow unsettledRow = row(State::Coming, kept);
        unsettledRow.since = noon();
        const Overlay overlay{{unsettledRow}};

        const CompleteList soon = completed(entries(held), overlay, rangesOnly(), noon().addSecs(60));
        QCOMPARE(inWords(soon), complete);
        QCOMPARE(soon.overlay, overlay); // the change may still be on its way

        for (const QDateTime &late : {noon().addSecs(3600), noon().addSecs(-3600)}) {
            const CompleteList settled = completed(entries(held), overlay, rangesOnly(), late);
            QCOMPARE(inWords(settled), complete);
            QCOMPARE(settled.overlay, overlayOf(settled.entries, settled.places, rangesOnly()));
        }
    }

    void keptFieldsAreNoChangeAtTheService()
    {
        const auto snapshot = snapshotOf({entry(u"192.0.2.1 Bob"_s), entry(u"192.0.2.2 off"_s)});
        Draft draft(snapshot);
        Entry renamed = snapshot->entries()[0];
        renamed.content.label = u"Rob"_s;
        renamed.content.expiresAt = hoursFromNoon(3);
        draft.set(renamed.key, renamed);
        const Places places{{snapshot->entries()[1].key, Place::Here}};
        const Draft held = heldDraft(draft, places, rangesOnly());
        QVERIFY(held.isClean());
        QCOMPARE(test::inWords(held.snapshot()), QStringList{u"192.0.2.1"_s});
    }

    void switchesAreAdditionsAndRemovals()
    {
        const auto snapshot = snapshotOf({entry(u"192.0.2.1 Bob"_s), entry(u"192.0.2.2 Ann off"_s)});
        Draft draft(snapshot);
        for (Entry wanted : snapshot->entries()) {
            wanted.content.active = !wanted.content.active;
            draft.set(wanted.key, wanted);
        }
        const Places places{{snapshot->entries()[1].key, Place::Here}};
        const ChangeSet changes = heldDraft(draft, places, labelsToo()).changes();
        QCOMPARE(changes.count(Change::Kind::Added), 1U);
        QCOMPARE(changes.count(Change::Kind::Removed), 1U);
        QCOMPARE(changes.changes.front().after->content.label, u"Ann"_s);
    }

    void expiryGoesIntoTheLabelWhereThatWasChosen_data()
    {
        QTest::addColumn<bool>("chosen");
        QTest::addColumn<int>("maximum");
        QTest::addColumn<bool>("wasInLabel");
        QTest::addColumn<bool>("goesThere");
        QTest::newRow("chosen") << true << 0 << false << true;
        QTest::newRow("not chosen") << false << 0 << false << false;
        QTest::newRow("chosen, and there is just room") << true << 32 << false << true;
        QTest::newRow("chosen, and there is no room") << true << 31 << false << false;
        QTest::newRow("not chosen, but it was there") << false << 0 << true << true;
    }

    void expiryGoesIntoTheLabelWhereThatWasChosen()
    {
        QFETCH(const bool, chosen);
        QFETCH(const int, maximum);
        QFETCH(const bool, wasInLabel);
        QFETCH(const bool, goesThere);
        Holding holding = labelsToo(chosen);
        if (maximum > 0)
            holding.maximumLabelLength = maximum;
        const Place place = wasInLabel ? Place::ServiceWithExpiryInLabel : Place::Service;
        const Entry wanted = entry(u"192.0.2.1 Bob 2h"_s);
        const QString label = heldWanted(wanted, place, holding)->content.label;
        QCOMPARE(label, goesThere ? u"Bob [until 2026-03-01 14:00 UTC]"_s : u"Bob"_s);
        QCOMPARE(keptOf(wanted.content, place, holding).expiry, !goesThere);
    }

    void whatIsInALabelStaysAsItIsWhenNobodyTouchesIt()
    {
        Holding narrow = labelsToo();
        narrow.maximumLabelLength = 10; // somebody else wrote more
        const auto snapshot = snapshotOf({entry(u"192.0.2.1 Bob 2h"_s), entry(u"192.0.2.2 Ann"_s)});
        Draft draft(snapshot);
        draft.set(snapshot->entries()[1].key, std::nullopt);
        const Places places{{snapshot->entries()[0].key, Place::ServiceWithExpiryInLabel}};
        const Draft held = heldDraft(draft, places, narrow);
        QCOMPARE(held.changeCount(), 1);
        QCOMPARE(held.result().entries()[0].content.label, u"Bob [until 2026-03-01 14:00 UTC]"_s);
    }

    void anExpiryTypedIntoTheLabelIsAnExpiry()
    {
        EntryContent typed = entry(u"192.0.2.1"_s).content;
        typed.label = u"Bob [until 2026-03-01 14:00 UTC]"_s;
        QCOMPARE(normalised(typed, labelsToo()), entry(u"192.0.2.1 Bob 2h"_s).content);
        QCOMPARE(normalised(typed, rangesOnly()), typed);
        typed.expiresAt = hoursFromNoon(5);
        QCOMPARE(normalised(typed, labelsToo()), typed); // two expiries: the one in its own field counts
    }

    void unknownFieldsComeBackWithASwitch()
    {
        Entry known = entry(u"192.0.2.1 Bob"_s);
        known.unknownFields = {{u"owner"_s, u"network-team"_s}};
        Draft draft(snapshotOf({known}));
        Entry off = known;
        off.content.active = false;
        draft.set(known.key, off);
        const Overlay sent = unsettled({}, draft, {}, labelsToo(), noon());
        const CompleteList list = completed({}, afterSending(sent, sent, noon()), labelsToo(), noon());
        QCOMPARE(inWords(list), u"192.0.2.1 Bob off (here)"_s);
        QCOMPARE(list.entries.front().unknownFields, known.unknownFields);
    }

    void placesAreFoundAgainInAStoredList()
    {
        std::vector<Entry> told{withId(u"192.0.2.1"_s, u"a"_s), withId(u"192.0.2.3 Cat"_s, u"c"_s)};
        told[0].content.label = u"Bob [until 2026-03-01 14:00 UTC]"_s;
        const Overlay overlay{{row(State::Away, u"192.0.2.2 Ann off"_s),
                               row(State::There, u"192.0.2.4 Dan 1h"_s, u"d"_s),
                               row(State::There, u"192.0.2.3 Cat 1h"_s, u"c"_s)}};
        const CompleteList list = completed(told, overlay, labelsToo(), noon());
        QCOMPARE(inWords(list), u"192.0.2.1 Bob 2h (in label); 192.0.2.3 Cat 1h; 192.0.2.2 Ann off (here); "
                                "192.0.2.4 Dan off 1h (vanished)"_s);
        QCOMPARE(placesOf(list.entries, list.overlay, labelsToo()), list.places);
    }
};

GATEHOUSE_TEST(TestOverlay, QCoreApplication)
#include "tst_overlay.moc"
