// SPDX-License-Identifier: Apache-2.0
#include "RandomEntries.h"
#include "store/EntryCodec.h"
#include "support/TestProgram.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QTest>

namespace gatehouse::test {

using namespace Qt::StringLiterals;

class EntryCodecTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesComeBackAsTheyWere();
    void whatIsNoRangeComesBack();
    void changesComeBackAsTheyWere();
    void timesComeBackInUtc();
    void anInvalidTimeCountsAsNone();
    void anEmptyListIsNoError();
    void cutOffEntriesAreAnError();
    void cutOffChangesAreAnError();
    void somethingBehindTheEndIsAnError();
    void oneWrongByteNeverCrashes();
    void noiseIsAnError();
    void refuses_data();
    void refuses();
    void refusesAChange_data();
    void refusesAChange();
};

namespace {

constexpr quint32 seed = 20260301;

Entry plainEntry()
{
    Entry entry;
    entry.key = QUuid(u"2f5b1c7e-0f7b-4a52-9d57-2f1d6d5a6f01"_s);
    entry.content.range = *IpRange::parse("203.0.113.0/24");
    return entry;
}

/// What decodeEntries() gives back must satisfy what Allowlist asks for.
void expectSound(const std::vector<Entry> &entries)
{
    QSet<EntryKey> keys;
    for (const Entry &entry : entries) {
        QVERIFY(!entry.key.isNull());
        QVERIFY(!keys.contains(entry.key));
        keys.insert(entry.key);
    }
}

QCborMap cborEntry()
{
    return {{0, QCborValue(QByteArray(16, 'k'))}, {2, u"203.0.113.0/24"_s}};
}

QCborMap cborEntryWith(qint64 field, const QCborValue &value)
{
    QCborMap map = cborEntry();
    map[field] = value;
    return map;
}

} // namespace

void EntryCodecTest::entriesComeBackAsTheyWere()
{
    RandomEntries random(seed);
    for (int round = 0; round < 300; ++round) {
        const std::vector<Entry> entries = random.entries(random.upTo(20));
        const auto decoded = decodeEntries(encodeEntries(entries));
        QVERIFY2(decoded, qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
        QVERIFY2(*decoded == entries, qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
    }
}

void EntryCodecTest::changesComeBackAsTheyWere()
{
    RandomEntries random(seed);
    for (int round = 0; round < 1000; ++round) {
        const Change change = random.change();
        const auto decoded = decodeChange(encodeChange(change));
        QVERIFY2(decoded, qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
        QVERIFY2(*decoded == change, qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
    }
}

void EntryCodecTest::timesComeBackInUtc()
{
    Entry entry = plainEntry();
    entry.content.expiresAt = QDateTime(QDate(2026, 3, 1), QTime(13, 0, 0, 7), QTimeZone(3600));
    const auto decoded = decodeEntries(encodeEntries({entry}));
    QVERIFY(decoded);
    QCOMPARE(decoded->front().content.expiresAt->timeSpec(), Qt::UTC);
    QCOMPARE(*decoded->front().content.expiresAt, QDateTime(QDate(2026, 3, 1), QTime(12, 0, 0, 7), Qt::UTC));
}

void EntryCodecTest::anInvalidTimeCountsAsNone()
{
    Entry entry = plainEntry();
    entry.content.expiresAt = QDateTime();
    const auto decoded = decodeEntries(encodeEntries({entry}));
    QVERIFY(decoded);
    QVERIFY(!decoded->front().content.expiresAt);
}

void EntryCodecTest::anEmptyListIsNoError()
{
    const auto decoded = decodeEntries(encodeEntries({}));
    QVERIFY(decoded);
    QVERIFY(decoded->empty());
}

void EntryCodecTest::cutOffEntriesAreAnError()
{
    RandomEntries random(seed);
    const QByteArray bytes = encodeEntries(random.entries(4));
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        const auto decoded = decodeEntries(bytes.first(length));
        QVERIFY2(!decoded, qPrintable(u"%1 bytes"_s.arg(length)));
        QCOMPARE(decoded.error().kind, ErrorKind::Storage);
    }
}

void EntryCodecTest::cutOffChangesAreAnError()
{
    RandomEntries random(seed);
    const QByteArray bytes = encodeChange({random.entry(), std::nullopt});
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY2(!decodeChange(bytes.first(length)), qPrintable(u"%1 bytes"_s.arg(length)));
}

void EntryCodecTest::somethingBehindTheEndIsAnError()
{
    QVERIFY(!decodeEntries(encodeEntries({plainEntry()}) + '\0'));
    QVERIFY(!decodeChange(encodeChange({plainEntry(), std::nullopt}) + '\0'));
}

void EntryCodecTest::oneWrongByteNeverCrashes()
{
    RandomEntries random(seed);
    const QByteArray bytes = encodeEntries(random.entries(3));
    for (qsizetype position = 0; position < bytes.size(); ++position) {
        for (const int value : {0x00, 0x1b, 0x5f, 0x7f, 0x9f, 0xbb, 0xff}) {
            QByteArray damaged = bytes;
            damaged[position] = char(value);
            if (const auto decoded = decodeEntries(damaged))
                expectSound(*decoded);
        }
    }
}

void EntryCodecTest::noiseIsAnError()
{
    RandomEntries random(seed);
    for (int round = 0; round < 20000; ++round) {
        const QByteArray noise = random.bytes(1 + random.upTo(60));
        const bool emptyList = noise == "\x80";
        QCOMPARE(decodeEntries(noise).has_value(), emptyList);
        QVERIFY(!decodeChange(noise));
    }
}

void EntryCodecTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto list = [](const QCborArray &entries) { return QCborValue(entries).toCbor(); };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no list") << QCborValue(cborEntry()).toCbor();
    QTest::newRow("a list of numbers") << list({1, 2});
    QTest::newRow("a list of unknown length") << QByteArray("\x9f\xff");
    QTest::newRow("a length beyond all memory") << QByteArray::fromHex("9bffffffffffffffff");
    QTest::newRow("an entry of a length beyond all memory") << QByteArray::fromHex("81bbffffffffffffffff");
    QTest::newRow("a text of a length beyond all memory") << QByteArray::fromHex("81a1037b7fffffffffffffff");
    QTest::newRow("no key") << list({QCborMap{{2, u"203.0.113.0/24"_s}}});
    QTest::newRow("a null key") << list({cborEntryWith(0, QByteArray(16, '\0'))});
    QTest::newRow("a short key") << list({cborEntryWith(0, QByteArray(15, 'k'))});
    QTest::newRow("a key as text") << list({cborEntryWith(0, QString(16, u'k'))});
    QTest::newRow("the same key twice") << list({cborEntry(), cborEntry()});
    QTest::newRow("no range") << list({QCborMap{{0, QCborValue(QByteArray(16, 'k'))}}});
    QTest::newRow("a range that is none") << list({cborEntryWith(2, u"203.0.113.300"_s)});
    QTest::newRow("a range with host bits") << list({cborEntryWith(2, u"203.0.113.5/24"_s)});
    QTest::newRow("a range as number") << list({cborEntryWith(2, 5)});
    QTest::newRow("a label as number") << list({cborEntryWith(3, 5)});
    QTest::newRow("inactive as number") << list({cborEntryWith(4, 1)});
    QTest::newRow("a time as text") << list({cborEntryWith(5, u"2026-03-01T12:00:00Z"_s)});
    QTest::newRow("unknown fields that are no map") << list({cborEntryWith(10, QCborArray{1})});
    QTest::newRow("a field we do not know") << list({cborEntryWith(99, 1)});
    QTest::newRow("a field with a name") << list({QCborMap{{u"key"_s, 1}}});
    QTest::newRow("text that is not UTF-8") << QByteArray::fromHex("81a10362c328");
    QTest::newRow("maps nested without end") << QByteArray::fromHex("81a10a") + QByteArray(100000, '\xa1');
}

void EntryCodecTest::refuses()
{
    QFETCH(const QByteArray, bytes);
    const auto decoded = decodeEntries(bytes);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().kind, ErrorKind::Storage);
    QVERIFY(!decoded.error().message.isEmpty());
}

void EntryCodecTest::refusesAChange_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QCborMap other = cborEntryWith(0, QByteArray(16, 'o'));
    const auto change = [](const QCborArray &sides) { return QCborValue(sides).toCbor(); };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no side") << change({nullptr, nullptr});
    QTest::newRow("one element") << change({cborEntry()});
    QTest::newRow("three elements") << change({cborEntry(), nullptr, nullptr});
    QTest::newRow("two keys") << change({cborEntry(), other});
    QTest::newRow("a side that is no entry") << change({cborEntry(), 5});
}

void EntryCodecTest::whatIsNoRangeComesBack()
{
    Entry group;
    group.key = EntryKey::createUuid();
    group.content.foreign = u"sg-0a1b"_s;
    group.unknownFields = {{u"value"_s, u"sg-0a1b"_s}};
    const auto read = decodeEntries(encodeEntries({group}));
    QVERIFY(read);
    QCOMPARE(read->front(), group);
}

void EntryCodecTest::refusesAChange()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!decodeChange(bytes));
}

} // namespace gatehouse::test

GATEHOUSE_TEST(gatehouse::test::EntryCodecTest, QCoreApplication)
#include "tst_entrycodec.moc"
