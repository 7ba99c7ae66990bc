// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace gatehouse {

/// Whether `host`, without brackets, is this computer: `localhost`, an address of 127.0.0.0/8 written in full, or
/// `::1`. `127.evil.example` and short or octal spellings of an address are not. The one rule for all who let something
/// through because it does not leave the computer.
[[nodiscard]] bool isLoopbackHost(const QString &host);

/// What belongs to one owner of a domain: `example.com` of `api.example.com`, `example.co.uk` of `api.example.co.uk`.
/// The whole host for an address, a single name, and where strangers have names beside each other (`github.io`). Says
/// rather too much than too little: two hosts may be of one owner and differ here.
[[nodiscard]] QString registrableDomain(const QString &host);

} // namespace gatehouse
