// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace gatehouse::test {

/// Whether everything is run at full length, as `./check --all` asks for.
inline bool isLongCheck()
{
    return qEnvironmentVariableIsSet("GATEHOUSE_CHECK_ALL");
}

/// How often a race is run: `few` times in each check, `all` times with `./check --all`, and as often as
/// GATEHOUSE_RACE_ROUNDS says where it is set.
inline int raceRounds(int few, int all)
{
    bool isSet = false;
    const int asked = qEnvironmentVariableIntValue("GATEHOUSE_RACE_ROUNDS", &isSet);
    if (isSet && asked > 0)
        return asked;
    return isLongCheck() ? all : few;
}

} // namespace gatehouse::test
