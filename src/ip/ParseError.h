// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace gatehouse {

/// Why a text is not an address or a range, and where.
///
/// The sentence is a template with the places %1, %2 for `arguments`, so that an interface can translate the template
/// and fill it in afterwards; message() fills in the English one.
struct ParseError
{
    std::size_t position = 0;  ///< offset in the text, in bytes, at which it went wrong
    const char *sentence = ""; ///< a string literal; lupdate context "ParseError"
    std::string arguments[2];  ///< for %1 and %2, empty when the sentence has no such place
    std::string suggestion;    ///< the range that was probably meant, in canonical form; empty if none

    [[nodiscard]] std::string message() const;
};

/// A parsed value or the error. (The C++ standard library has no such type before C++23.)
template <typename T>
class [[nodiscard]] Parsed
{
public:
    Parsed(T value)
        : m_state(std::move(value))
    {}
    Parsed(ParseError error)
        : m_state(std::move(error))
    {}

    explicit operator bool() const { return std::holds_alternative<T>(m_state); }
    const T &operator*() const { return std::get<T>(m_state); }
    const T *operator->() const { return &std::get<T>(m_state); }
    const ParseError &error() const { return std::get<ParseError>(m_state); }

private:
    std::variant<T, ParseError> m_state;
};

} // namespace gatehouse
