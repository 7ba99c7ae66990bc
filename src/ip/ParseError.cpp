// SPDX-License-Identifier: Apache-2.0
#include "ip/ParseError.h"

#include <string_view>

namespace gatehouse {

std::string ParseError::message() const
{
    // One pass, so that a "%2" inside the first argument stays what it is.
    std::string text;
    const std::string_view templ = sentence;
    for (std::size_t i = 0; i < templ.size(); ++i) {
        const bool isPlace = templ[i] == '%' && i + 1 < templ.size() && (templ[i + 1] == '1' || templ[i + 1] == '2');
        if (isPlace)
            text += arguments[templ[++i] - '1'];
        else
            text += templ[i];
    }
    return text;
}

} // namespace gatehouse
