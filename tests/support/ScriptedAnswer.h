// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

#include <chrono>

namespace gatehouse::test {

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// What a FaultServer does with one request: which bytes it answers, how fast, and how it ends.
struct ScriptedAnswer
{
    enum class Ending {
        KeepOpen, ///< the connection stays and may carry further requests
        Close,    ///< orderly, as after "Connection: close"
        Reset,    ///< RST
    };

    QByteArray bytes;                   ///< status line, headers and body as they go over the wire
    qint64 filler = 0;                  ///< so many bytes 'x' follow, never held in memory together
    std::chrono::milliseconds delay{0}; ///< before the first byte, and before the ending when there is none
    std::chrono::milliseconds drip{0};  ///< pause after each single byte; 0 sends at full speed
    Ending ending = Ending::KeepOpen;
    bool early = false; ///< does not wait for the request's body

    // Each gives a changed copy, so that a row of a test reads as one line.
    [[nodiscard]] ScriptedAnswer after(std::chrono::milliseconds wait) const;
    [[nodiscard]] ScriptedAnswer dripping(std::chrono::milliseconds pause) const;
    [[nodiscard]] ScriptedAnswer then(Ending end) const;
    [[nodiscard]] ScriptedAnswer beforeBody() const;
    /// Only the first `count` bytes, then `end`.
    [[nodiscard]] ScriptedAnswer cut(qsizetype count, Ending end) const;
    /// Only the first `count` bytes of the body, then `end`.
    [[nodiscard]] ScriptedAnswer cutBody(qsizetype count, Ending end) const;
};

/// A whole answer with its Content-Length, unless `headers` names one.
ScriptedAnswer answer(int status, const QByteArray &body = {}, const Headers &headers = {});
ScriptedAnswer redirect(int status, const QByteArray &location);
/// The bytes as they are, HTTP or not.
ScriptedAnswer raw(const QByteArray &bytes);
/// Reads the request and never says anything.
ScriptedAnswer silence();
/// Reads the request and ends the connection without an answer.
ScriptedAnswer hangUp(ScriptedAnswer::Ending ending = ScriptedAnswer::Ending::Close);
/// 200 with one header line of so many bytes.
ScriptedAnswer hugeHeader(qsizetype bytes);
/// 200 with a body of so many bytes; announced by Content-Length, or ended by closing.
ScriptedAnswer hugeBody(qint64 bytes, bool announced);

} // namespace gatehouse::test
