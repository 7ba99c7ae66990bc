// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "services/EntryPairs.h"
#include "services/Planner.h"
#include "support/TestProgram.h"

#include <QRandomGenerator>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

/// What a service makes of a new entry whose range it holds.
enum class Second { Added, Changed, Refused };

std::vector<Entry> partsOf(const Entry &entry, bool inPairs)
{
    return inPairs ? unfolded(entry) : std::vector{entry};
}

/// A service as a definition may describe it, and what happens to its list. It understands requests by what they name,
/// as the definition says.
class ModelService
{
public:
    ModelService(const ServiceDefinition &definition, Second second, std::vector<Entry> list)
        : m_wire(*definition.wire)
        , m_second(second)
        , m_list(std::move(list))
    {}

    /// False when it refuses.
    bool send(const Operation &operation)
    {
        if (!operation.refusal.isEmpty())
            return false;
        for (const Entry &entry : operation.entries) {
            for (const Entry &part : partsOf(entry, m_wire.entry.range.any == RangeForm::Any::Pair)) {
                if (!sendOne(operation.kind, part))
                    return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool has(const IpRange &range) const
    {
        return std::ranges::any_of(m_list, [&](const Entry &entry) { return entry.content.range == range; });
    }

private:
    bool sendOne(Operation::Kind kind, const Entry &entry)
    {
        if (kind == Operation::Kind::Create)
            return create(entry);
        if (kind == Operation::Kind::Update)
            return update(entry);
        const auto naming = m_wire.write.remove->naming();
        std::erase_if(m_list, [&](const Entry &held) { return isMeant(held, entry, naming); });
        return true;
    }

    bool create(Entry entry)
    {
        const auto held = std::ranges::find_if(
            m_list, [&](const Entry &other) { return other.content.range == entry.content.range; });
        if (held != m_list.end() && m_second == Second::Refused)
            return false;
        if (held != m_list.end() && m_second == Second::Changed) {
            held->content = entry.content;
            return true;
        }
        entry.remoteId = QString::number(++m_lastId);
        m_list.push_back(std::move(entry));
        return true;
    }

    bool update(const Entry &entry)
    {
        const auto naming = m_wire.write.update->naming() == Naming::Id ? Naming::Id : Naming::Range;
        const auto held =
            std::ranges::find_if(m_list, [&](const Entry &other) { return isMeant(other, entry, naming); });
        if (held == m_list.end())
            return false;
        held->content = entry.content;
        return true;
    }

    static bool isMeant(const Entry &held, const Entry &named, Naming naming)
    {
        if (naming == Naming::Id)
            return held.remoteId == named.remoteId;
        return held.content.range == named.content.range &&
               (naming == Naming::Range || held.content.label == named.content.label);
    }

    const Wire &m_wire;
    Second m_second;
    std::vector<Entry> m_list;
    int m_lastId = 1000;
};

/// Every shape that writes single entries: with and without an id, an update, and a word on second entries.
struct Shape
{
    QString name;
    std::shared_ptr<const ServiceDefinition> definition;
    SameRange same = SameRange::Unknown;
};

std::vector<Shape> shapes()
{
    const QMap<QString, QJsonValue> removals{
        {u"by id"_s, jsonValue("{'one':{'method':'DELETE','path':'/r/{id}'}}")},
        {u"by ids"_s, jsonValue("{'many':{'method':'POST','path':'/r/d','body':{'ids':'{ids}'},'most':2}}")},
        {u"by range"_s, jsonValue("{'one':{'method':'DELETE','path':'/r/{range}'}}")},
        {u"by ranges"_s, jsonValue("{'many':{'method':'POST','path':'/r/d','body':'{ranges}','most':2}}")},
        {u"by entries"_s, jsonValue("{'many':{'method':'POST','path':'/r/d','body':'{entries}','most':2}}")}};
    const QMap<QString, QJsonValue> updates{
        {u"no update"_s, QJsonValue()},
        {u"update by id"_s, jsonValue("{'one':{'method':'PUT','path':'/r/{id}','body':'{entry}'}}")},
        {u"update by range"_s, jsonValue("{'one':{'method':'PUT','path':'/r/{range}','body':'{entry}'}}")},
        {u"update by creating"_s, jsonValue("{'one':{'method':'POST','path':'/r','body':'{entry}'}}")}};
    const QMap<QString, SameRange> words{
        {{}, SameRange::Unknown}, {u"added"_s, SameRange::Added}, {u"changed"_s, SameRange::Changed}};
    std::vector<Shape> all;
    for (const bool hasId : {true, false}) {
        for (const QString &any : {u"none"_s, u"0.0.0.0/0 and ::/0"_s}) {
            for (auto remove = removals.begin(); remove != removals.end(); ++remove) {
                for (auto update = updates.begin(); update != updates.end(); ++update) {
                    for (auto word = words.begin(); word != words.end(); ++word) {
                        QJsonObject root = QJsonDocument::fromJson(minimal()).object();
                        QJsonObject entry =
                            jsonValue("{'range':{'field':'ip','write':'cidr'},'label':{'field':'l'}}").toObject();
                        QJsonObject range = entry[u"range"_s].toObject();
                        range[u"any"_s] = any;
                        entry[u"range"_s] = range;
                        if (hasId)
                            entry[u"id"_s] = jsonValue("{'field':'id'}");
                        QJsonObject write{{u"create"_s, jsonValue("{'one':{'method':'POST','path':'/r',"
                                                                  "'body':'{entry}'}}")},
                                          {u"remove"_s, *remove}};
                        if (!update->isNull())
                            write[u"update"_s] = *update;
                        if (!word.key().isEmpty())
                            write[u"sameRange"_s] = word.key();
                        root[u"entry"_s] = entry;
                        root[u"write"_s] = write;
                        auto parsedShape = parseDefinition(QJsonDocument(root).toJson(), u"shape.json"_s);
                        if (!parsedShape)
                            continue; // refused by the reader
                        all.push_back({u"%1, %2, id %3, any %4, second %5"_s.arg(remove.key(), update.key())
                                           .arg(hasId)
                                           .arg(any, word.key()),
                                       std::make_shared<const ServiceDefinition>(std::move(*parsedShape)), *word});
                    }
                }
            }
        }
    }
    return all;
}

Entry randomEntry(QRandomGenerator &random, bool withEveryone)
{
    static const std::vector<IpRange> ranges{range("192.0.2.1"), range("192.0.2.2"), range("198.51.100.0/24"),
                                             range("0.0.0.0/0"), IpRange::any()};
    const auto choices = withEveryone ? ranges.size() : ranges.size() - 2;
    EntryContent content;
    content.range = ranges[random.bounded(quint32(choices))];
    content.label = QString(QChar(static_cast<char16_t>(u'a' + random.bounded(3U))));
    return makeEntry(content);
}

/// What the service holds at first: with ids, and where it holds one entry a range no more.
std::vector<Entry> randomList(QRandomGenerator &random, const Shape &shape, Second second)
{
    const bool inPairs = shape.definition->wire->entry.range.any == RangeForm::Any::Pair;
    std::vector<Entry> list;
    for (quint32 count = random.bounded(5U); count > 0; --count) {
        Entry entry = randomEntry(random, inPairs);
        const auto clashes = [&](const Entry &held) {
            return held.content == entry.content ||
                   (second != Second::Added && held.content.range.overlaps(entry.content.range));
        };
        if (std::ranges::any_of(list, clashes))
            continue;
        const QString id = QString::number(list.size() + 1);
        if (shape.definition->wire->entry.id)
            entry.remoteId = entry.content.range.isAny() && inPairs ? id + u"\n9"_s + id : id;
        list.push_back(std::move(entry));
    }
    return list;
}

void editAtRandom(QRandomGenerator &random, Draft &draft, bool withEveryone)
{
    for (const Entry &known : draft.snapshot().entries()) {
        const quint32 what = random.bounded(4U);
        Entry changed = known;
        if (what == 0)
            draft.set(known.key, std::nullopt);
        else if (what == 1)
            changed.content.label = QString(QChar(static_cast<char16_t>(u'a' + random.bounded(3U))));
        else if (what == 2)
            changed.content.range = randomEntry(random, withEveryone).content.range;
        if (what == 1 || what == 2)
            draft.set(known.key, changed);
    }
    for (quint32 count = random.bounded(3U); count > 0; --count) {
        const Entry added = randomEntry(random, withEveryone);
        draft.set(added.key, added);
    }
}

} // namespace

/// Whatever a definition says and whatever the service makes of a second entry: no plan ends without a range that was
/// there and was to stay.
class TestPlannerProperties final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noPlanEndsWithoutWhatWasWanted();
    void theShapesAreMany() { QVERIFY(shapes().size() > 60); }
    void noBuiltInDefinitionNeedsARefusal();
};

void TestPlannerProperties::noPlanEndsWithoutWhatWasWanted()
{
    QRandomGenerator random(20260301);
    int refusals = 0;
    int complete = 0;
    for (const Shape &shape : shapes()) {
        for (const Second second : {Second::Added, Second::Changed, Second::Refused}) {
            const bool isTrue = shape.same == SameRange::Unknown ||
                                (shape.same == SameRange::Added && second == Second::Added) ||
                                (shape.same == SameRange::Changed && second == Second::Changed);
            for (int round = 0; isTrue && round < 10; ++round) {
                const std::vector<Entry> list = randomList(random, shape, second);
                const bool inPairs = shape.definition->wire->entry.range.any == RangeForm::Any::Pair;
                Draft draft(std::make_shared<const Allowlist>(list));
                editAtRandom(random, draft, inPairs);
                std::vector<Entry> held;
                for (const Entry &entry : list)
                    std::ranges::move(partsOf(entry, inPairs), std::back_inserter(held));
                ModelService service(*shape.definition, second, held);
                bool isComplete = true;
                for (const Operation &operation : planned(*shape.definition, draft, {}))
                    isComplete = isComplete && service.send(operation);
                refusals += int(!isComplete);
                complete += int(isComplete);
                const Allowlist wanted = draft.result();
                for (const Entry &entry : wanted.entries()) {
                    for (const Entry &part : partsOf(entry, inPairs)) {
                        const bool wasThere = std::ranges::any_of(
                            held, [&](const Entry &known) { return known.content.range == part.content.range; });
                        QVERIFY2((!isComplete && !wasThere) || service.has(part.content.range),
                                 qPrintable(u"%1 is gone: %2, service %3"_s
                                                .arg(QString::fromStdString(part.content.range.toString()), shape.name)
                                                .arg(int(second))));
                    }
                }
            }
        }
    }
    QVERIFY(refusals > 0);
    QVERIFY(complete > refusals);
}

void TestPlannerProperties::noBuiltInDefinitionNeedsARefusal()
{
    QRandomGenerator random(7);
    for (const QString &name : {u"astro"_s, u"bitbybit"_s, u"cortex"_s, u"quave"_s}) {
        const auto definition = parsed(shippedText(name));
        const Shape shape{name, definition, SameRange::Unknown};
        for (int round = 0; round < 200; ++round) {
            Draft draft(std::make_shared<const Allowlist>(randomList(random, shape, Second::Changed)));
            editAtRandom(random, draft, false);
            for (const Operation &operation : planned(*definition, draft, {}))
                QVERIFY2(operation.refusal.isEmpty(), qPrintable(name));
        }
    }
}

GATEHOUSE_TEST(TestPlannerProperties, QCoreApplication)
#include "tst_planner_properties.moc"
