// SPDX-License-Identifier: Apache-2.0
#include "ip/Invisible.h"

#include "ip/Characters.h"

#include <algorithm>

namespace gatehouse {

namespace {

struct Known
{
    std::string_view bytes;
    std::string_view codePoint;
    std::string_view name;
    bool isBlank;
};

constexpr Known known[] = {
    {"\u00a0", "U+00A0", "no-break space", true},
    {"\u1680", "U+1680", "ogham space mark", true},
    {"\u2000", "U+2000", "en quad", true},
    {"\u2001", "U+2001", "em quad", true},
    {"\u2002", "U+2002", "en space", true},
    {"\u2003", "U+2003", "em space", true},
    {"\u2004", "U+2004", "three-per-em space", true},
    {"\u2005", "U+2005", "four-per-em space", true},
    {"\u2006", "U+2006", "six-per-em space", true},
    {"\u2007", "U+2007", "figure space", true},
    {"\u2008", "U+2008", "punctuation space", true},
    {"\u2009", "U+2009", "thin space", true},
    {"\u200a", "U+200A", "hair space", true},
    {"\u2028", "U+2028", "line separator", true},
    {"\u2029", "U+2029", "paragraph separator", true},
    {"\u202f", "U+202F", "narrow no-break space", true},
    {"\u205f", "U+205F", "medium mathematical space", true},
    {"\u3000", "U+3000", "ideographic space", true},
    {"\xc2\x85", "U+0085", "next line", true},
    {"\u00ad", "U+00AD", "soft hyphen", false},
    {"\u034f", "U+034F", "combining grapheme joiner", false},
    {"\u061c", "U+061C", "arabic letter mark", false},
    {"\u115f", "U+115F", "hangul choseong filler", false},
    {"\u1160", "U+1160", "hangul jungseong filler", false},
    {"\u180e", "U+180E", "mongolian vowel separator", false},
    {"\u200b", "U+200B", "zero width space", false},
    {"\u200c", "U+200C", "zero width non-joiner", false},
    {"\u200d", "U+200D", "zero width joiner", false},
    {"\u200e", "U+200E", "left-to-right mark", false},
    {"\u200f", "U+200F", "right-to-left mark", false},
    {"\u202a", "U+202A", "left-to-right embedding", false},
    {"\u202b", "U+202B", "right-to-left embedding", false},
    {"\u202c", "U+202C", "pop directional formatting", false},
    {"\u202d", "U+202D", "left-to-right override", false},
    {"\u202e", "U+202E", "right-to-left override", false},
    {"\u2060", "U+2060", "word joiner", false},
    {"\u2061", "U+2061", "function application", false},
    {"\u2062", "U+2062", "invisible times", false},
    {"\u2063", "U+2063", "invisible separator", false},
    {"\u2064", "U+2064", "invisible plus", false},
    {"\u2066", "U+2066", "left-to-right isolate", false},
    {"\u2067", "U+2067", "right-to-left isolate", false},
    {"\u2068", "U+2068", "first strong isolate", false},
    {"\u2069", "U+2069", "pop directional isolate", false},
    {"\u3164", "U+3164", "hangul filler", false},
    {"\ufe0e", "U+FE0E", "variation selector-15", false},
    {"\ufe0f", "U+FE0F", "variation selector-16", false},
    {"\ufeff", "U+FEFF", "byte order mark", false},
};

/// nullptr when the character at the start of the text can be seen.
const Known *knownAt(std::string_view text)
{
    if (static_cast<unsigned char>(text.front()) < 0x80)
        return nullptr;
    const auto *const found = std::ranges::find(known, text.substr(0, characterLength(text)), &Known::bytes);
    return found == std::end(known) ? nullptr : found;
}

} // namespace

std::optional<InvisibleCharacter> findInvisible(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); at += characterLength(text.substr(at))) {
        if (const Known *character = knownAt(text.substr(at)))
            return InvisibleCharacter{at, character->codePoint, character->name};
    }
    return std::nullopt;
}

std::string withoutInvisible(std::string_view text)
{
    std::string visible;
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        const Known *character = knownAt(text);
        if (!character)
            visible += text.substr(0, length);
        else if (character->isBlank)
            visible += ' ';
        text.remove_prefix(length);
    }
    return visible;
}

} // namespace gatehouse
