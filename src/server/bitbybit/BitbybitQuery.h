// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/JsonFields.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace gatehouse::server {

struct BitbybitPage
{
    int number = 1; ///< counted from 1
    int limit = 20; ///< 1 to 100

    [[nodiscard]] qint64 offset() const { return (qint64(number) - 1) * limit; }
};

/// Reads the parameters of a query. One that is not there or empty is not given; others that nobody asks for are
/// ignored. What cannot be is a complaint, named by its parameter.
class BitbybitQuery final
{
public:
    /// `request` is borrowed.
    explicit BitbybitQuery(const Request &request);

    [[nodiscard]] BitbybitPage page();
    [[nodiscard]] QString text(const QString &name);
    [[nodiscard]] std::optional<int> number(const QString &name, int least, int most);
    /// One of `allowed`, in the case in which it stands there; empty when not given.
    [[nodiscard]] QString choice(const QString &name, const QStringList &allowed);
    [[nodiscard]] QDateTime time(const QString &name);

    /// Returns `value`, or the refusal of all that was complained of.
    template <typename T>
    [[nodiscard]] Outcome<T> checked(T value) const
    {
        if (!m_complaints.isEmpty())
            return refusal(m_complaints.fault());
        return value;
    }

private:
    [[nodiscard]] QString given(const QString &name);
    void complain(const QString &name, const QString &message);

    const Request &m_request;
    Complaints m_complaints;
};

/// Whether the text has characters that no name, label or identifier has: line breaks, NUL …
[[nodiscard]] bool hasControlCharacters(const QString &text);

} // namespace gatehouse::server
