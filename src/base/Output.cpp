// SPDX-License-Identifier: Apache-2.0
#include "base/Output.h"

#include "base/Printable.h"

#include <QCoreApplication>
#include <QStringList>

#include <unistd.h>

#include <cerrno>
#include <poll.h>

namespace gatehouse {

namespace {

/// Whether a write that gave no bytes is worth another try: it was interrupted, or the reader is slow.
bool canGoOn(int descriptor)
{
    if (errno == EINTR)
        return true;
    if (errno != EAGAIN)
        return false;
    pollfd waited{descriptor, POLLOUT, 0};
    return poll(&waited, 1, -1) >= 0 || errno == EINTR;
}

} // namespace

Output::Output(int descriptor)
    : m_descriptor(descriptor)
{}

Output::~Output()
{
    flush();
}

Output &Output::operator<<(const QString &text)
{
    append(printable(text).toUtf8());
    return *this;
}

Output &Output::operator<<(const char *literal)
{
    append(QByteArray(literal));
    return *this;
}

Output &Output::operator<<(char literal)
{
    append(QByteArray(1, literal));
    return *this;
}

void Output::writeLines(const QString &lines)
{
    QStringList shown = lines.split(QLatin1Char('\n'));
    for (QString &line : shown)
        line = printable(line);
    append(shown.join(QLatin1Char('\n')).toUtf8());
}

void Output::writeJson(const QJsonDocument &document)
{
    append(printableJson(document.toJson()));
}

void Output::writeCompactJson(const QJsonDocument &document)
{
    append(printableJson(document.toJson(QJsonDocument::Compact)) + '\n');
}

void Output::writeRecord(const QString &record)
{
    append((isatty(m_descriptor) == 1 ? printable(record) : record).toUtf8() + "\r\n");
}

void Output::flush()
{
    qsizetype done = 0;
    while (done < m_waiting.size() && !hasFailed()) {
        const ssize_t written = write(m_descriptor, m_waiting.constData() + done, std::size_t(m_waiting.size() - done));
        if (written >= 0)
            done += written;
        else if (!canGoOn(m_descriptor))
            m_errorNumber = errno;
    }
    m_waiting.clear();
}

QString Output::failure() const
{
    return qt_error_string(m_errorNumber);
}

void Output::append(const QByteArray &bytes)
{
    constexpr qsizetype enough = 1 << 16;
    m_waiting += bytes;
    if (m_waiting.size() >= enough)
        flush();
}

bool finish(Output &out, Output &err)
{
    out.flush();
    if (out.hasFailed())
        err << QCoreApplication::translate("Output", "The output could not be written: %1.").arg(out.failure()) << '\n';
    err.flush();
    return !out.hasFailed();
}

} // namespace gatehouse
