// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "services/Paginator.h"
#include "support/TestProgram.h"

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

const auto somewhere = *JsonPath::parse(u"somewhere"_s);

Paging pagingBy(Paging::By by)
{
    Paging paging;
    paging.by = by;
    paging.parameter = u"p"_s;
    paging.sizeParameter = u"s"_s;
    paging.size = 10;
    return paging;
}

Paging counted(Paging::By by)
{
    Paging paging = pagingBy(by);
    paging.total = somewhere;
    return paging;
}

/// So many entries, distinct from those of every other page; with ids when told.
Page<Entry> page(int number, int count, std::optional<qint64> total = {}, bool withIds = true)
{
    Page<Entry> made;
    made.total = total;
    for (int index = 0; index < count; ++index) {
        const int serial = number * 1000 + index;
        Entry item;
        item.content.range = IpRange::of(IpAddress::v4(static_cast<std::uint32_t>(serial)));
        item.remoteId = withIds ? QString::number(serial) : QString();
        made.items.push_back(item);
    }
    return made;
}

QString queryText(const Paginator<Entry> &paginator, int number)
{
    QStringList parts;
    for (const auto &[name, value] : paginator.sequence().queryFor(number))
        parts.append(name + u'=' + value);
    return parts.join(u'&');
}

/// Whether that page, the last one, is refused: when it comes, or at the end.
bool isRefused(Paginator<Entry> &paginator, int number, const Page<Entry> &last)
{
    return !paginator.take(number, last) || !paginator.finish();
}

} // namespace

class TestPaginator final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutPagingThereIsOne();
    void countedPagesAreAskedForAtOnce();
    void aSmallerPageThanAskedForCounts();
    void anEmptyListNeedNotBeCounted();
    void keepsTheOrderOfThePages();
    void followsCursors();
    void followsOffsetsToTheEmptyPage();
    void followsUntilThereIsNoMore();
    void refusesWhatIsNotWhole_data();
    void refusesWhatIsNotWhole();
    void refusesAListWithoutEnd();
};

void TestPaginator::withoutPagingThereIsOne()
{
    Paginator<Entry> paginator{Paging()};
    QVERIFY(queryText(paginator, 0).isEmpty());
    QVERIFY(paginator.take(0, page(0, 3))->empty());
    QCOMPARE(paginator.finish()->size(), 3U);
}

void TestPaginator::countedPagesAreAskedForAtOnce()
{
    Paginator<Entry> byOffset(counted(Paging::By::Offset));
    QCOMPARE(queryText(byOffset, 0), u"p=0&s=10"_s);
    QCOMPARE(*byOffset.take(0, page(0, 10, 25)), (std::vector<int>{1, 2}));
    QCOMPARE(byOffset.sequence().known(), 3);
    QCOMPARE(queryText(byOffset, 1), u"p=10&s=10"_s);
    QCOMPARE(queryText(byOffset, 2), u"p=20&s=10"_s);

    Paging fromOne = pagingBy(Paging::By::Page);
    fromOne.first = 1;
    fromOne.totalPages = somewhere;
    Paginator<Entry> byPage(fromOne);
    QCOMPARE(queryText(byPage, 0), u"p=1&s=10"_s);
    Page<Entry> first = page(0, 10);
    first.totalPages = 3;
    QCOMPARE(*byPage.take(0, first), (std::vector<int>{1, 2}));
    QCOMPARE(queryText(byPage, 2), u"p=3&s=10"_s);
}

void TestPaginator::aSmallerPageThanAskedForCounts()
{
    Paginator<Entry> paginator(counted(Paging::By::Offset));
    QCOMPARE(*paginator.take(0, page(0, 4, 10)), (std::vector<int>{1, 2}));
    QCOMPARE(queryText(paginator, 2), u"p=8&s=10"_s);
    QVERIFY(paginator.take(1, page(1, 4, 10)).has_value());
    QVERIFY(paginator.take(2, page(2, 2, 10)).has_value());
    QCOMPARE(paginator.finish()->size(), 10U);
}

void TestPaginator::anEmptyListNeedNotBeCounted()
{
    Paginator<Entry> paginator(counted(Paging::By::Page));
    QVERIFY(paginator.take(0, page(0, 0))->empty());
    QVERIFY(paginator.finish()->empty());
}

void TestPaginator::keepsTheOrderOfThePages()
{
    Paginator<Entry> paginator(counted(Paging::By::Page));
    QVERIFY(paginator.take(0, page(0, 2, 6)).has_value());
    QVERIFY(paginator.take(2, page(2, 2, 6)).has_value());
    QCOMPARE(paginator.sequence().taken(), 2);
    QVERIFY(paginator.take(1, page(1, 2, 6)).has_value());
    QCOMPARE(paginator.sequence().taken(), paginator.sequence().known());
    QStringList ids;
    const auto all = paginator.finish();
    for (const Entry &item : *all)
        ids.append(item.remoteId);
    QCOMPARE(ids.join(u' '), u"0 1 1000 1001 2000 2001"_s);
}

void TestPaginator::followsCursors()
{
    Paginator<Entry> paginator(pagingBy(Paging::By::Cursor));
    QCOMPARE(queryText(paginator, 0), u"s=10"_s);
    Page<Entry> first = page(0, 2);
    first.next = u"abc"_s;
    QCOMPARE(*paginator.take(0, first), std::vector<int>{1});
    QCOMPARE(queryText(paginator, 1), u"p=abc&s=10"_s);
    QVERIFY(paginator.take(1, page(1, 1))->empty());
    QCOMPARE(paginator.finish()->size(), 3U);
}

void TestPaginator::followsOffsetsToTheEmptyPage()
{
    Paginator<Entry> paginator(pagingBy(Paging::By::Offset));
    QCOMPARE(*paginator.take(0, page(0, 10)), std::vector<int>{1});
    QCOMPARE(queryText(paginator, 1), u"p=10&s=10"_s);
    QCOMPARE(*paginator.take(1, page(1, 3)), std::vector<int>{2});
    QCOMPARE(queryText(paginator, 2), u"p=13&s=10"_s);
    QVERIFY(paginator.take(2, page(2, 0))->empty());
    QCOMPARE(paginator.finish()->size(), 13U);
}

void TestPaginator::followsUntilThereIsNoMore()
{
    Paging paging = pagingBy(Paging::By::Page);
    paging.more = somewhere;
    Paginator<Entry> paginator(paging);
    Page<Entry> first = page(0, 2);
    first.more = true;
    QCOMPARE(*paginator.take(0, first), std::vector<int>{1});
    Page<Entry> last = page(1, 2);
    last.more = false;
    QVERIFY(paginator.take(1, last)->empty());
    QCOMPARE(paginator.finish()->size(), 4U);
}

void TestPaginator::refusesWhatIsNotWhole_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"total missing", "total without entries", "total smaller than the page", "total changes",
                             "page too short", "page too long", "page empty", "page twice", "page twice without ids",
                             "an id in two pages", "cursor in a circle", "more unsaid", "more without entries"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestPaginator::refusesWhatIsNotWhole()
{
    QFETCH(const QString, what);
    const auto refusedAsFirst = [](const Paging &paging, const Page<Entry> &first) {
        Paginator<Entry> paginator(paging);
        return isRefused(paginator, 0, first);
    };
    const auto refusedAsSecond = [](const Paging &paging, const Page<Entry> &first, const Page<Entry> &second) {
        Paginator<Entry> paginator(paging);
        return paginator.take(0, first).has_value() && isRefused(paginator, 1, second);
    };
    const Paging byPage = counted(Paging::By::Page);
    Paging more = pagingBy(Paging::By::Page);
    more.more = somewhere;
    Page<Entry> cursor = page(0, 2);
    cursor.next = u"abc"_s;
    Page<Entry> sameCursor = page(1, 2);
    sameCursor.next = u"abc"_s;
    Page<Entry> emptyWithMore;
    emptyWithMore.more = true;
    Page<Entry> idOfAnother = page(1, 2, 4);
    idOfAnother.items[1].remoteId = u"0"_s;
    const QMap<QString, std::function<bool()>> cases{
        {u"total missing"_s, [&] { return refusedAsFirst(byPage, page(0, 2)); }},
        {u"total without entries"_s, [&] { return refusedAsFirst(byPage, page(0, 0, 5)); }},
        {u"total smaller than the page"_s, [&] { return refusedAsFirst(byPage, page(0, 5, 2)); }},
        {u"total changes"_s, [&] { return refusedAsSecond(byPage, page(0, 2, 4), page(1, 2, 5)); }},
        {u"page too short"_s, [&] { return refusedAsSecond(byPage, page(0, 2, 4), page(1, 1, 4)); }},
        {u"page too long"_s, [&] { return refusedAsSecond(byPage, page(0, 2, 4), page(1, 3, 4)); }},
        {u"page empty"_s, [&] { return refusedAsSecond(byPage, page(0, 2, 4), page(1, 0, 4)); }},
        {u"page twice"_s, [&] { return refusedAsSecond(byPage, page(0, 2, 4), page(0, 2, 4)); }},
        {u"page twice without ids"_s,
         [&] { return refusedAsSecond(byPage, page(0, 2, 4, false), page(0, 2, 4, false)); }},
        {u"an id in two pages"_s, [&] { return refusedAsSecond(byPage, page(0, 2, 4), idOfAnother); }},
        {u"cursor in a circle"_s, [&] { return refusedAsSecond(pagingBy(Paging::By::Cursor), cursor, sameCursor); }},
        {u"more unsaid"_s, [&] { return refusedAsFirst(more, page(0, 2)); }},
        {u"more without entries"_s, [&] { return refusedAsFirst(more, emptyWithMore); }},
    };
    QVERIFY(cases.contains(what));
    QVERIFY(cases[what]());
}

void TestPaginator::refusesAListWithoutEnd()
{
    Paginator<Entry> byTotal(counted(Paging::By::Page));
    const auto first = byTotal.take(0, page(0, 1, 2'000'000'000));
    QVERIFY(!first.has_value());
    QCOMPARE(first.error().kind, ErrorKind::TooLarge);

    Paginator<Entry> endless(pagingBy(Paging::By::Offset));
    int number = 0;
    auto next = endless.take(number, page(0, 1));
    while (next && number < 100'000)
        next = endless.take(++number, page(0, 1));
    QVERIFY(!next.has_value());
    QCOMPARE(next.error().kind, ErrorKind::TooLarge);
}

GATEHOUSE_TEST(TestPaginator, QCoreApplication)
#include "tst_paginator.moc"
