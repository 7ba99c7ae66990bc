// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace gatehouse::server {

/// The complaints about one request, in the order in which they were found.
class Complaints final
{
public:
    /// `index` of the entry, -1 for the whole; `code` as in Fault.
    void add(int index, const QString &field, const QString &code, const QString &message);
    [[nodiscard]] bool isEmpty() const { return m_details.isEmpty(); }
    [[nodiscard]] const QList<FieldError> &details() const { return m_details; }
    [[nodiscard]] const QString &firstCode() const { return m_firstCode; }
    [[nodiscard]] int total() const { return m_total; } ///< also those that details() leaves out

private:
    QList<FieldError> m_details; ///< no more than an answer should carry
    QString m_firstCode;
    int m_total = 0;
};

/// Takes fields out of one JSON object and complains of wrong types; finish() complains of what nobody took.
class JsonFields final
{
public:
    /// `complaints` is borrowed. `index` as in Complaints.
    JsonFields(QJsonObject object, int index, Complaints *complaints);

    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    [[nodiscard]] QJsonValue take(const QString &key);
    [[nodiscard]] std::optional<QString> takeText(const QString &key, qsizetype longest);
    [[nodiscard]] std::optional<bool> takeBoolean(const QString &key);
    void complain(const QString &field, const QString &code, const QString &message);
    /// Anything left is an unknown key.
    void finish();

private:
    QJsonObject m_object;
    int m_index;
    Complaints *m_complaints;
};

} // namespace gatehouse::server
