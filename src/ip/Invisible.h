// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gatehouse {

/// A character that nobody sees and that comes along when text is copied. Private to this library.
struct InvisibleCharacter
{
    std::size_t position = 0;   ///< in bytes
    std::string_view codePoint; ///< U+00A0
    std::string_view name;      ///< of the Unicode standard, in small letters
};

/// The first one in the text, if there is one.
std::optional<InvisibleCharacter> findInvisible(std::string_view text);

/// The text with a plain blank for each that is as wide as one, and without the others.
std::string withoutInvisible(std::string_view text);

} // namespace gatehouse
