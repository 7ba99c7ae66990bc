// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ip/Scanner.h"

/// Forms that are no ranges to us, but that people type or paste as such. Each function recognises one of them in a
/// text that the scanner refused and that has no blanks around; it returns nothing when the text is of another form.
namespace gatehouse::misreadings {

std::string_view trimmed(std::string_view text);

std::optional<Fault> anyWord(std::string_view text, const Fault &scanned);       ///< any, all
std::optional<Fault> url(std::string_view text, const Fault &scanned);           ///< https://192.0.2.1/
std::optional<Fault> brackets(std::string_view text, const Fault &scanned);      ///< [2001:db8::1]:443
std::optional<Fault> zone(std::string_view text, const Fault &scanned);          ///< fe80::1%eth0
std::optional<Fault> netmask(std::string_view text, const Fault &scanned);       ///< 10.0.0.0/255.0.0.0
std::optional<Fault> interval(std::string_view text, const Fault &scanned);      ///< 192.0.2.0-192.0.2.255
std::optional<Fault> wildcard(std::string_view text, const Fault &scanned);      ///< 10.0.*
std::optional<Fault> lenientPrefix(std::string_view text, const Fault &scanned); ///< 10.0.0.0 / +08
std::optional<Fault> port(std::string_view text, const Fault &scanned);          ///< 192.0.2.1:443
std::optional<Fault> shortV4(std::string_view text, const Fault &scanned);       ///< 10/8
std::optional<Fault> harmlessZeros(std::string_view text, const Fault &scanned); ///< 10.00.0.01
std::optional<Fault> several(std::string_view text, const Fault &scanned);       ///< 192.0.2.1, 192.0.2.2
std::optional<Fault> hostName(std::string_view text, const Fault &scanned);      ///< example.com

} // namespace gatehouse::misreadings
