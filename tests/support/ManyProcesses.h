// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <functional>
#include <vector>

// Races between processes: the same work begun by many at the same moment, again and again.
namespace gatehouse::test {

/// Runs `work` in `count` processes, forked from this one, which wait for each other before they begin. Gives what they
/// came to, in any order: each its own text, or "ended by …" for one that did not get so far. To be called while this
/// process has no other thread at work and no database open.
inline QStringList inManyProcesses(int count, const std::function<QString()> &work)
{
    std::array<int, 2> start{};
    std::array<int, 2> results{};
    if (::pipe(start.data()) != 0 || ::pipe(results.data()) != 0)
        return {QStringLiteral("no pipe")};
    std::vector<pid_t> children;
    for (int number = 0; number < count; ++number) {
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(start[1]);
            char nothing = 0;
            if (::read(start[0], &nothing, 1) != 0) // the end comes when the parent lets all of them go
                ::_exit(2);
            const QByteArray told = work().toUtf8().replace('\n', ' ') + '\n';
            ::_exit(::write(results[1], told.constData(), std::size_t(told.size())) == told.size() ? 0 : 1);
        }
        children.push_back(child);
    }
    for (const int end : {start[0], start[1], results[1]})
        ::close(end);
    QByteArray told;
    std::array<char, 4096> part{};
    for (ssize_t size = 0; (size = ::read(results[0], part.data(), part.size())) > 0;)
        told.append(part.data(), size);
    ::close(results[0]);
    QStringList texts = QString::fromUtf8(told).split(u'\n');
    texts.removeLast(); // after the last end of line
    for (const pid_t child : children) {
        int status = 0;
        if (::waitpid(child, &status, 0) != child || status != 0)
            texts.append(QStringLiteral("ended by %1").arg(status));
    }
    return texts;
}

} // namespace gatehouse::test
