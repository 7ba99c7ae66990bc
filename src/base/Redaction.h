// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace gatehouse {

/// What stands in the place of a secret.
inline constexpr auto redactionMark = "•••";

/// True for headers whose value is never shown or logged: Authorization, Cookie, anything with key, token or secret.
bool isSecretHeader(const QByteArray &name);

/// The secrets and what they become on their way: percent-encoded, in JSON, base64 (both alphabets, without padding)
/// and hexadecimal. Those too short to be masked stay out, since what they become would not be.
QStringList inEveryForm(const QStringList &secrets);

/// `text` with every occurrence of each secret replaced by the mark. Secrets shorter than four characters are left,
/// since masking them would garble the text and hide nothing.
QString redacted(QString text, const QStringList &secrets);

} // namespace gatehouse
