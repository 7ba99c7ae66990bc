// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace gatehouse {

// An expiry inside the label, for a service that has a place for a label and none for an expiry:
// "Bob [until 2026-09-01 00:00 UTC]". Whoever opens the list can read it, and every Gatehouse can end it.
//
// To the minute, in UTC; a time between two minutes becomes the later one, so that nothing ends too early. Read
// strictly: what is not exactly of this form, at the end of the label, is a part of the label. So reading gives what
// was written, and writing what was read gives the same text. Someone who types the form into a label sets an expiry.

struct LabelParts
{
    QString label;
    std::optional<QDateTime> expiresAt; ///< UTC
    bool operator==(const LabelParts &) const = default;
};

/// What is in a label as the service holds it.
LabelParts splitLabel(const QString &held);

/// The label as the service shall hold it. The time must be writable (isWritableInLabel).
QString labelWithExpiry(const QString &label, const QDateTime &expiresAt);

/// How many characters the expiry takes behind this label.
int lengthOfExpiryIn(const QString &label);

/// Whether the form has room for this time: years 1 to 9999.
bool isWritableInLabel(const QDateTime &expiresAt);

/// The time as it is read back after it was written.
QDateTime asWrittenInLabel(const QDateTime &expiresAt);

} // namespace gatehouse
