// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

namespace gatehouse {

/// What a service says to a request that its list guards, made from this computer.
struct Verification
{
    enum class Outcome {
        LetIn,
        Unauthorized,    ///< the secret is unknown, revoked or expired; the list was not asked
        LacksPermission, ///< the secret may not do this, which says nothing of the address
        AddressRefused,  ///< the list does not let this computer's address in
        Unclear,         ///< the service answered, and the answer is none of these; see `error`
    };

    Outcome outcome = Outcome::Unclear;
    Error error; ///< what the service said; of no meaning with LetIn
};

} // namespace gatehouse
