// SPDX-License-Identifier: Apache-2.0
#include "ServiceFixture.h"
#include "services/DefinitionCatalog.h"
#include "support/TestProgram.h"

#include <QTemporaryDir>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList builtIn{u"astro"_s, u"bitbybit"_s, u"cortex"_s, u"quave"_s};

} // namespace

class TestDefinitionCatalog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheBuiltInOnes();
    void addsTheUsersInOrder();
    void theUsersReplacesTheBuiltIn();
    void aBrokenFileIsToldAndTheOthersGoOn();
    void allFaultsOfAFileAreToldUpToAHundred();
    void twoFilesCannotHaveOneId();
    void looksAtNothingButJsonFiles();
    void quaveIsDeclaredAConvention();

private:
    void write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] DefinitionCatalog load() const { return DefinitionCatalog::load(m_folder->path()); }
    [[nodiscard]] static QStringList idsOf(const DefinitionCatalog &catalog);

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

void TestDefinitionCatalog::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QStringList TestDefinitionCatalog::idsOf(const DefinitionCatalog &catalog)
{
    QStringList ids;
    for (const auto &definition : catalog.definitions())
        ids.append(definition->id);
    return ids;
}

void TestDefinitionCatalog::hasTheBuiltInOnes()
{
    for (const QString &folder : {QString(), u"/no/such/folder"_s, m_folder->path()}) {
        const auto catalog = DefinitionCatalog::load(folder);
        QVERIFY(catalog.problems().empty());
        QCOMPARE(idsOf(catalog), builtIn);
        QVERIFY(catalog.find(u"quave"_s) != nullptr);
        QVERIFY(catalog.find(u"single"_s) == nullptr);
    }
}

void TestDefinitionCatalog::addsTheUsersInOrder()
{
    write(u"b.json"_s, definitionText(u"single"_s));
    write(u"a.json"_s, definitionText(u"whole"_s));
    QCOMPARE(idsOf(load()), builtIn + QStringList({u"whole"_s, u"single"_s}));
}

void TestDefinitionCatalog::theUsersReplacesTheBuiltIn()
{
    write(u"mine.json"_s, definitionText(u"whole"_s).replace("whole", "quave"));
    const auto catalog = load();
    QVERIFY(catalog.problems().empty());
    QCOMPARE(idsOf(catalog), builtIn);
    QCOMPARE(catalog.find(u"quave"_s)->name, u"All at once"_s);
    QVERIFY(catalog.find(u"quave"_s)->replacesBuiltIn);
    QVERIFY(catalog.find(u"quave"_s)->file.endsWith(u"mine.json"_s));
    QVERIFY(!catalog.find(u"astro"_s)->replacesBuiltIn);
    QVERIFY(catalog.find(u"astro"_s)->file.isEmpty());
}

void TestDefinitionCatalog::aBrokenFileIsToldAndTheOthersGoOn()
{
    write(u"a.json"_s, definitionText(u"whole"_s).replace("\"open\"", "\"ajar\""));
    write(u"b.json"_s, definitionText(u"single"_s));
    write(u"c.json"_s, "{");
    const auto catalog = load();
    QCOMPARE(idsOf(catalog), builtIn + QStringList(u"single"_s));
    QCOMPARE(catalog.problems().size(), 2U);
    QCOMPARE(catalog.problems()[0].kind, ErrorKind::Definition);
    QVERIFY2(catalog.problems()[0].message.contains(u"/a.json:10: rules.emptyList: "_s),
             qPrintable(catalog.problems()[0].message));
    QVERIFY2(catalog.problems()[1].message.contains(u"/c.json:1: "_s), qPrintable(catalog.problems()[1].message));
}

void TestDefinitionCatalog::allFaultsOfAFileAreToldUpToAHundred()
{
    QByteArray unknown;
    for (int number = 0; number < 150; ++number)
        unknown += "\n\"key" + QByteArray::number(number) + "\": 1,";
    write(u"a.json"_s, minimalWith("{\n\"id\"", "{" + unknown + "\n\"id\""));
    const auto catalog = load();
    QCOMPARE(catalog.problems().size(), 1U);
    const QStringList lines = catalog.problems()[0].detail.split(u'\n');
    QCOMPARE(lines.size(), 100);
    QVERIFY2(lines[0].contains(u"/a.json:3: key1: "_s), qPrintable(lines[0]));
    QCOMPARE(lines.last(), u"50 more"_s);
}

void TestDefinitionCatalog::twoFilesCannotHaveOneId()
{
    write(u"a.json"_s, definitionText(u"whole"_s));
    write(u"b.json"_s, definitionText(u"whole"_s));
    const auto catalog = load();
    QCOMPARE(idsOf(catalog), builtIn + QStringList(u"whole"_s));
    QCOMPARE(catalog.problems().size(), 1U);
    QVERIFY2(catalog.problems()[0].message.contains(u"/b.json:2: id: "_s), qPrintable(catalog.problems()[0].message));
}

void TestDefinitionCatalog::looksAtNothingButJsonFiles()
{
    write(u"notes.txt"_s, "{");
    write(u"a.json~"_s, "{");
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder.json"_s));
    write(u"large.json"_s, QByteArray(2 * 1024 * 1024, ' '));
    const auto catalog = load();
    QCOMPARE(catalog.problems().size(), 1U);
    QVERIFY2(catalog.problems()[0].message.contains(u"/large.json: "_s), qPrintable(catalog.problems()[0].message));
}

void TestDefinitionCatalog::quaveIsDeclaredAConvention()
{
    const auto quave = load().find(u"quave"_s);
    QCOMPARE(quave->certainty, Certainty::Convention);
    QVERIFY(!quave->certaintyNote.isEmpty());
    QCOMPARE(quave->baseUrl, QUrl(u"https://api.quave.cloud/api/public/v1"_s));
    QCOMPARE(quave->defaultApplyMode, ApplyMode::AtOnce);
    QCOMPARE(quave->scopeNeedsOneOf, (QStringList{u"appEnvId"_s, u"envName"_s}));
    QCOMPARE(quave->rules.emptyList, EmptyListMeaning::OpenToEveryone);
    QVERIFY(!quave->rules.guardsItsOwnApi);
    QVERIFY(quave->rules.acceptsAny);
    QVERIFY(quave->capabilities.label);
    QVERIFY(quave->capabilities.active);
    QCOMPARE(quave->capabilities.expiry, ExpiryWriting::Exact);
    QVERIFY(quave->capabilities.replace);
    QVERIFY(!quave->capabilities.echo);
}

GATEHOUSE_TEST(TestDefinitionCatalog, QCoreApplication)
#include "tst_definition_catalog.moc"
