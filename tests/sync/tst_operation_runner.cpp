// SPDX-License-Identifier: Apache-2.0
#include "support/TestProgram.h"
#include "sync/OperationRunner.h"

#include <QTest>

using namespace gatehouse;
using Kind = Operation::Kind;

/// Which operations of a plan go out together.
class TestOperationRunner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsOfOneKindGoTogether();
    void oneByOneForOneWriter();

private:
    static std::vector<std::size_t> ends(bool oneAtATime);
};

std::vector<std::size_t> TestOperationRunner::ends(bool oneAtATime)
{
    std::vector<Operation> plan;
    for (const Kind kind : {Kind::Create, Kind::Create, Kind::Create, Kind::Remove, Kind::Remove, Kind::Remove}) {
        Operation &operation = plan.emplace_back();
        operation.kind = kind;
    }
    std::vector<std::size_t> found;
    for (std::size_t begun = 0; begun < plan.size(); begun = found.back())
        found.push_back(endOfRun(plan, begun, oneAtATime));
    return found;
}

void TestOperationRunner::runsOfOneKindGoTogether()
{
    QCOMPARE(ends(false), (std::vector<std::size_t>{1, 3, 5, 6}));
}

void TestOperationRunner::oneByOneForOneWriter()
{
    QCOMPARE(ends(true), (std::vector<std::size_t>{1, 2, 3, 4, 5, 6}));
}

GATEHOUSE_TEST(TestOperationRunner, QCoreApplication)
#include "tst_operation_runner.moc"
