// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

namespace gatehouse {

/// The one writer of all that our programs print. Every QString is taken for a text from elsewhere and goes out as
/// printable() shows it, so that no command can forget to; only literals of our own sources may end a line.
class Output final
{
public:
    /// Standard output or standard error; not closed.
    explicit Output(int descriptor);
    ~Output();
    Output(const Output &) = delete;
    Output &operator=(const Output &) = delete;

    Output &operator<<(const QString &text);
    Output &operator<<(const char *literal);
    Output &operator<<(char literal);
    /// Text of several lines, each as printable() shows it.
    void writeLines(const QString &lines);
    void writeJson(const QJsonDocument &document);
    /// On one line.
    void writeCompactJson(const QJsonDocument &document);
    /// A record of CSV with its end. A file gets the cells as they are, for programs to read; a terminal does not.
    void writeRecord(const QString &record);

    void flush();
    /// Something could not be written: the reader has less than was said.
    [[nodiscard]] bool hasFailed() const { return m_errorNumber != 0; }
    [[nodiscard]] QString failure() const;

private:
    void append(const QByteArray &bytes);

    const int m_descriptor;
    QByteArray m_waiting;
    int m_errorNumber = 0;
};

/// Writes what is left in both, and says on `err` when `out` has lost something. Whether it has all that was said.
[[nodiscard]] bool finish(Output &out, Output &err);

} // namespace gatehouse
