// SPDX-License-Identifier: Apache-2.0
#include "ip/Diagnosis.h"

#include "ip/Characters.h"
#include "ip/Invisible.h"
#include "ip/Misreadings.h"
#include "ip/ParseSentences.h"

namespace gatehouse {

namespace {

using Recogniser = std::optional<Fault> (*)(std::string_view text, const Fault &scanned);

// In this order: the earlier ones are the narrower ones.
constexpr Recogniser recognisers[] = {
    misreadings::anyWord,  misreadings::url,      misreadings::brackets,      misreadings::zone,
    misreadings::netmask,  misreadings::interval, misreadings::wildcard,      misreadings::lenientPrefix,
    misreadings::port,     misreadings::shortV4,  misreadings::harmlessZeros, misreadings::several,
    misreadings::hostName,
};

/// Longer than any address, range or name that somebody could have meant.
constexpr std::size_t longestOfInterest = 300;

Fault diagnoseTrimmed(std::string_view text, const Fault &scanned)
{
    if (text.size() > longestOfInterest)
        return scanned;
    for (const Recogniser recognise : recognisers) {
        if (const auto fault = recognise(text, scanned))
            return *fault;
    }
    return scanned;
}

/// The trimmed text is at fault, or nothing but the blanks around it.
Fault diagnoseUntrimmed(std::string_view text, std::string_view trimmed)
{
    const auto offset = static_cast<std::size_t>(trimmed.data() - text.data());
    const std::size_t blankAt = offset > 0 ? 0 : trimmed.size();
    if (trimmed == "*")
        return {blankAt, sentences::blankAround, {}, IpRange::any()};
    Scanner scanner(trimmed);
    if (const auto range = scanner.range())
        return {blankAt, sentences::blankAround, {}, range};
    Fault fault = diagnoseTrimmed(trimmed, scanner.fault());
    fault.position += offset;
    return fault;
}

/// What is wrong with a text of which nothing is invisible, or no fault when it is a range.
Fault diagnoseVisible(std::string_view text, const Fault &scanned)
{
    if (text.empty())
        return {0, sentences::empty, {}, std::nullopt};
    const std::string_view trimmed = misreadings::trimmed(text);
    if (trimmed.empty())
        return {0, sentences::blank, {}, std::nullopt};
    return trimmed.size() == text.size() ? diagnoseTrimmed(text, scanned) : diagnoseUntrimmed(text, trimmed);
}

/// The range that the text is but for what nobody can see in it.
std::optional<IpRange> meantWithoutInvisible(std::string_view text)
{
    const std::string visible = withoutInvisible(text);
    if (misreadings::trimmed(visible) == "*")
        return IpRange::any();
    Scanner scanner(visible);
    if (const auto range = scanner.range())
        return range;
    return diagnoseVisible(visible, scanner.fault()).meant;
}

/// An argument fit to be shown: what cannot be printed is escaped, and nobody wants to read a megabyte.
std::string presentable(std::string_view argument)
{
    constexpr std::size_t longestShown = 64;
    std::string shown;
    while (!argument.empty() && shown.size() < longestShown) {
        const std::size_t length = characterLength(argument);
        const auto byte = static_cast<unsigned char>(argument.front());
        if (length == 1 && (byte < 0x20 || byte >= 0x7f)) {
            constexpr std::string_view digits = "0123456789abcdef";
            shown += {'\\', 'x', digits[byte >> 4], digits[byte & 0xfU]};
        } else {
            shown += argument.substr(0, length);
        }
        argument.remove_prefix(length);
    }
    return argument.empty() ? shown : shown + "…";
}

} // namespace

Fault diagnose(std::string_view text, const Fault &scanned)
{
    if (text.size() <= longestOfInterest) {
        if (const auto invisible = findInvisible(text))
            return {invisible->position,
                    sentences::invisible,
                    {invisible->name, invisible->codePoint},
                    meantWithoutInvisible(text)};
    }
    return diagnoseVisible(text, scanned);
}

ParseError toParseError(const Fault &fault, bool isAddressWanted)
{
    ParseError error;
    error.position = fault.position;
    error.sentence = fault.sentence;
    for (std::size_t i = 0; i < fault.arguments.size(); ++i)
        error.arguments[i] = presentable(fault.arguments[i]);
    if (fault.meant && isAddressWanted && fault.meant->isSingleAddress())
        error.suggestion = fault.meant->toShortString();
    else if (fault.meant && !isAddressWanted)
        error.suggestion = fault.meant->toString();
    return error;
}

} // namespace gatehouse
