// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/Fault.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <variant>

namespace gatehouse::server {

/// 415 unless the request says that its body is application/json.
[[nodiscard]] std::optional<Fault> jsonTypeFault(const Request &request);

/// The object that a request's body holds, or the fault that it holds none: `invalid-json`, `invalid-type`,
/// `duplicate-key`.
[[nodiscard]] std::variant<QJsonObject, Fault> jsonObject(const QByteArray &body);

/// Both: the object in the body of a request.
[[nodiscard]] Outcome<QJsonObject> jsonBody(const Request &request);

/// A time in ISO 8601, in UTC: 2026-01-31T12:00:00Z, with up to three digits of a second's fraction. Stricter than Qt,
/// which also reads local times, dates alone and trailing text.
[[nodiscard]] std::optional<QDateTime> utcTime(const QString &text);

/// The complaints about one request, in the order in which they were found.
class Complaints final
{
public:
    /// `index` of the entry, -1 for the whole; `code` as in Fault.
    void add(int index, const QString &field, const QString &code, const QString &message);
    [[nodiscard]] bool isEmpty() const { return m_details.isEmpty(); }
    /// 400 with all of them as details (a hundred at most). Not to be asked when there are none.
    [[nodiscard]] Fault fault() const;

private:
    QList<FaultDetail> m_details;
    int m_total = 0; ///< also of those that m_details leaves out
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
    /// The same for a key whose null means that it is absent.
    [[nodiscard]] std::optional<QString> takeTextOrNull(const QString &key, qsizetype longest);
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
