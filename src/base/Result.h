// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

#include <tl/expected.hpp>

namespace gatehouse {

/// A value or the reason why there is none. Nothing throws across the border of a library.
template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> failure(ErrorKind kind, QString message, QString detail = {})
{
    return failure(makeError(kind, std::move(message), std::move(detail)));
}

} // namespace gatehouse
