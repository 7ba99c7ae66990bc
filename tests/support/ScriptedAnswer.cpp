// SPDX-License-Identifier: Apache-2.0
#include "support/ScriptedAnswer.h"

#include <algorithm>

namespace gatehouse::test {

ScriptedAnswer ScriptedAnswer::after(std::chrono::milliseconds wait) const
{
    ScriptedAnswer changed = *this;
    changed.delay = wait;
    return changed;
}

ScriptedAnswer ScriptedAnswer::dripping(std::chrono::milliseconds pause) const
{
    ScriptedAnswer changed = *this;
    changed.drip = pause;
    return changed;
}

ScriptedAnswer ScriptedAnswer::then(Ending end) const
{
    ScriptedAnswer changed = *this;
    changed.ending = end;
    return changed;
}

ScriptedAnswer ScriptedAnswer::beforeBody() const
{
    ScriptedAnswer changed = *this;
    changed.early = true;
    return changed;
}

ScriptedAnswer ScriptedAnswer::cut(qsizetype count, Ending end) const
{
    ScriptedAnswer changed = then(end);
    changed.bytes.truncate(count);
    changed.filler = 0;
    return changed;
}

ScriptedAnswer ScriptedAnswer::cutBody(qsizetype count, Ending end) const
{
    constexpr qsizetype blankLine = 4;
    return cut(bytes.indexOf("\r\n\r\n") + blankLine + count, end);
}

ScriptedAnswer answer(int status, const QByteArray &body, const Headers &headers)
{
    const auto isLength = [](const auto &header) { return header.first.toLower() == "content-length"; };
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + value + "\r\n";
    if (std::ranges::none_of(headers, isLength))
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return raw(head + "\r\n" + body);
}

ScriptedAnswer redirect(int status, const QByteArray &location)
{
    return answer(status, {}, {{"Location", location}});
}

ScriptedAnswer raw(const QByteArray &bytes)
{
    ScriptedAnswer scripted;
    scripted.bytes = bytes;
    return scripted;
}

ScriptedAnswer silence()
{
    return {};
}

ScriptedAnswer hangUp(ScriptedAnswer::Ending ending)
{
    return silence().then(ending);
}

ScriptedAnswer hugeHeader(qsizetype bytes)
{
    return answer(200, "ok", {{"X-Long", QByteArray(bytes, 'h')}});
}

ScriptedAnswer hugeBody(qint64 bytes, bool announced)
{
    ScriptedAnswer scripted = announced ? answer(200, {}, {{"Content-Length", QByteArray::number(bytes)}})
                                        : raw("HTTP/1.1 200 Scripted\r\nConnection: close\r\n\r\n");
    scripted.filler = bytes;
    return announced ? scripted : scripted.then(ScriptedAnswer::Ending::Close);
}

} // namespace gatehouse::test
