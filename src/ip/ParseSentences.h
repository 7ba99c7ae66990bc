// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every sentence of ParseError, each once. The name of the macro is the one that lupdate looks for.
// Private to this library: the macro must not meet Qt's own. Arrays, so that a sentence can be told by its address.
#define QT_TRANSLATE_NOOP(context, text) text

namespace gatehouse::sentences {

inline constexpr char empty[] = QT_TRANSLATE_NOOP("ParseError", "The text is empty.");
inline constexpr char blank[] = QT_TRANSLATE_NOOP("ParseError", "The text has nothing but blanks.");
inline constexpr char blankAround[] = QT_TRANSLATE_NOOP("ParseError", "There are blanks before or after the address.");
inline constexpr char blankInside[] = QT_TRANSLATE_NOOP("ParseError", "There is a blank inside the address.");
inline constexpr char invisible[] = QT_TRANSLATE_NOOP("ParseError", "There is an invisible character here: %1 (%2).");
inline constexpr char strayCharacter[] = QT_TRANSLATE_NOOP("ParseError", "The character “%1” does not belong here.");

inline constexpr char partMissing[] =
    QT_TRANSLATE_NOOP("ParseError", "A number is missing here: IPv4 addresses have four of them.");
inline constexpr char partTooLarge[] = QT_TRANSLATE_NOOP("ParseError", "%1 is greater than 255.");
inline constexpr char partLeadingZero[] =
    QT_TRANSLATE_NOOP("ParseError", "%1 starts with a zero, which some programs read as an octal number.");
inline constexpr char tooFewParts[] = QT_TRANSLATE_NOOP("ParseError", "An IPv4 address has four numbers, not %1.");
inline constexpr char tooManyParts[] =
    QT_TRANSLATE_NOOP("ParseError", "An IPv4 address has four numbers; here a fifth begins.");

inline constexpr char groupTooLong[] =
    QT_TRANSLATE_NOOP("ParseError", "%1 is longer than the four digits of an IPv6 group.");
inline constexpr char tooFewGroups[] =
    QT_TRANSLATE_NOOP("ParseError", "An IPv6 address without “::” has eight groups, not %1.");
inline constexpr char tooManyGroups[] =
    QT_TRANSLATE_NOOP("ParseError", "An IPv6 address has eight groups; this is one too many.");
inline constexpr char secondGap[] = QT_TRANSLATE_NOOP("ParseError", "“::” may stand only once in an IPv6 address.");
inline constexpr char emptyGap[] =
    QT_TRANSLATE_NOOP("ParseError", "There are eight groups already, so that nothing is left for “::”.");
inline constexpr char colonAtStart[] =
    QT_TRANSLATE_NOOP("ParseError", "An IPv6 address does not start with a single colon.");
inline constexpr char colonAtEnd[] =
    QT_TRANSLATE_NOOP("ParseError", "An IPv6 address does not end with a single colon.");
inline constexpr char thirdColon[] = QT_TRANSLATE_NOOP("ParseError", "Three colons in a row mean nothing.");

inline constexpr char prefixMissing[] =
    QT_TRANSLATE_NOOP("ParseError", "The prefix length is missing after the slash.");
inline constexpr char prefixSign[] = QT_TRANSLATE_NOOP("ParseError", "A prefix length has no sign.");
inline constexpr char prefixLeadingZero[] = QT_TRANSLATE_NOOP("ParseError", "The prefix length %1 starts with a zero.");
inline constexpr char prefixTooLongV4[] = QT_TRANSLATE_NOOP("ParseError", "Prefix %1 is longer than IPv4's 32.");
inline constexpr char prefixTooLongV6[] = QT_TRANSLATE_NOOP("ParseError", "Prefix %1 is longer than IPv6's 128.");
inline constexpr char prefixOfMapped[] =
    QT_TRANSLATE_NOOP("ParseError", "An IPv4 address written as IPv6 takes a prefix from 96 to 128, not %1.");
inline constexpr char secondPrefix[] = QT_TRANSLATE_NOOP("ParseError", "There is a second slash.");
inline constexpr char hostBits[] = QT_TRANSLATE_NOOP("ParseError", "%1 has bits set beyond the prefix %2.");

inline constexpr char addressExpected[] =
    QT_TRANSLATE_NOOP("ParseError", "A single address is expected here, not a range.");
inline constexpr char zone[] =
    QT_TRANSLATE_NOOP("ParseError", "The zone “%1” means something on one computer only and is not allowed.");
inline constexpr char brackets[] = QT_TRANSLATE_NOOP("ParseError", "Write the address without brackets.");
inline constexpr char port[] = QT_TRANSLATE_NOOP("ParseError", "Write the address without the port %1.");
inline constexpr char url[] =
    QT_TRANSLATE_NOOP("ParseError", "This is a URL. Write the address of the computer instead.");
inline constexpr char hostName[] = QT_TRANSLATE_NOOP("ParseError", "“%1” is a name. Write its address instead.");
inline constexpr char anyWord[] = QT_TRANSLATE_NOOP("ParseError", "“%1” is written * here.");
inline constexpr char netmask[] =
    QT_TRANSLATE_NOOP("ParseError", "Write the length of the prefix instead of the netmask %1.");
inline constexpr char notANetmask[] =
    QT_TRANSLATE_NOOP("ParseError", "%1 is no netmask; the length of the prefix is expected here.");
inline constexpr char interval[] =
    QT_TRANSLATE_NOOP("ParseError", "Write a range from one address to another in CIDR notation.");
inline constexpr char wildcard[] =
    QT_TRANSLATE_NOOP("ParseError", "Write a range with * for some of its numbers in CIDR notation.");
inline constexpr char several[] = QT_TRANSLATE_NOOP("ParseError", "Write one address or range at a time.");

} // namespace gatehouse::sentences

#undef QT_TRANSLATE_NOOP
