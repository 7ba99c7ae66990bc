// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>

#include <string_view>

// One program holds all test classes of a folder and runs the one that its first argument names: `sync_tests
// tst_turns [ARGUMENT OF QT TEST]...`. A program for each class would be linked and scanned by moc a hundred and fifty
// times.
namespace gatehouse::test {

/// The main function of one test class; `arguments` are without the name of the class.
using TestMain = int (*)(int count, char **arguments);

/// Adds a test class to the program under the name of its source file without “.cpp”.
class TestRegistration final
{
public:
    TestRegistration(std::string_view file, TestMain main);
};

/// Runs `Test` with an application of its own, as QTEST_MAIN does.
template <typename Test, typename Application>
int runTest(int count, char **arguments)
{
    QTest::Internal::callInitMain<Test>();
    Application application(count, arguments);
    application.setAttribute(Qt::AA_Use96Dpi, true);
    Test test;
    return QTest::qExec(&test, count, arguments);
}

} // namespace gatehouse::test

/// Makes a test class known to the program of its folder. `Application` is QCoreApplication, or QApplication for what
/// shows windows.
#define GATEHOUSE_TEST(Test, Application) GATEHOUSE_TEST_MAIN((gatehouse::test::runTest<Test, Application>))

/// The same for a class that needs a main function of its own.
#define GATEHOUSE_TEST_MAIN(main) static const gatehouse::test::TestRegistration testRegistration(__FILE_NAME__, main);
