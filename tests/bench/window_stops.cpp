// SPDX-License-Identifier: Apache-2.0
// For how long the window stands still while somebody works with a long list. `window_stops [ENTRIES]`, a hundred
// thousand without; under xvfb-run where there is no display.
#include "WindowScript.h"

#include <cstdio>

using namespace gatehouse::test;

int main(int argc, char **argv)
{
    constexpr int many = 100'000;
    constexpr int beats = 500; // half a second at least, for what comes back from other threads
    const QApplication application(argc, argv);
    WindowScript script(argc > 1 ? QByteArray(argv[1]).toInt() : many);
    if (!script.begin()) {
        std::fputs("the list did not come into the window\n", stderr);
        return 1;
    }
    for (const auto &[step, longest] : script.run(beats))
        std::printf("%-34s %6lld ms\n", step, static_cast<long long>(longest.count()));
    return 0;
}
