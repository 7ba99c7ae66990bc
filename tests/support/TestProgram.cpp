// SPDX-License-Identifier: Apache-2.0
#include "TestProgram.h"

#include <cstdio>
#include <map>
#include <string>

namespace gatehouse::test {
namespace {

// Registrations run before main(), in any order, so the map is made when it is first asked for.
std::map<std::string, TestMain, std::less<>> &registeredTests()
{
    static std::map<std::string, TestMain, std::less<>> tests;
    return tests;
}

int runNamed(int count, char **arguments)
{
    const auto test = count > 1 ? registeredTests().find(arguments[1]) : registeredTests().end();
    if (test != registeredTests().end()) {
        arguments[1] = arguments[0];
        return test->second(count - 1, arguments + 1);
    }
    std::fprintf(stderr, "usage: %s TEST [ARGUMENT OF QT TEST]...\nTests:\n", arguments[0]);
    for (const auto &[name, main] : registeredTests())
        std::fprintf(stderr, "    %s\n", name.c_str());
    return 2;
}

} // namespace

TestRegistration::TestRegistration(std::string_view file, TestMain main)
{
    registeredTests().emplace(file.substr(0, file.rfind('.')), main);
}

} // namespace gatehouse::test

int main(int count, char **arguments)
{
    return gatehouse::test::runNamed(count, arguments);
}
