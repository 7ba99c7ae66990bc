// SPDX-License-Identifier: Apache-2.0
#include "ParseInvariants.h"
#include "ip/IpRange.h"
#include "support/TestProgram.h"

#include <QTest>

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <random>
#include <string>

using namespace gatehouse;

// The parser and the printer beside those of the C library, over random texts that are addresses or nearly so.

namespace {

constexpr unsigned seed = 20260102;
constexpr int rounds = 30'000;

struct Peer
{
    bool isAccepted = false;
    IpAddress address;
};

IpAddress fromBytes(const std::array<unsigned char, 16> &bytes)
{
    std::uint64_t words[2] = {};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        words[i / 8] = words[i / 8] << 8 | bytes[i];
    return IpAddress::v6(words[0], words[1]);
}

Peer readByLibrary(const std::string &text)
{
    in_addr v4{};
    if (inet_pton(AF_INET, text.c_str(), &v4) == 1)
        return {true, IpAddress::v4(ntohl(v4.s_addr))};
    std::array<unsigned char, 16> v6{};
    if (inet_pton(AF_INET6, text.c_str(), v6.data()) == 1)
        return {true, fromBytes(v6)};
    return {};
}

std::string printByLibrary(const IpAddress &address)
{
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    std::array<unsigned char, 16> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<unsigned char>((i < 8 ? address.high() : address.low()) >> (56 - 8 * (i % 8)));
    if (address.family() == Family::V4)
        inet_ntop(AF_INET, bytes.data() + 12, buffer.data(), buffer.size());
    else
        inet_ntop(AF_INET6, bytes.data(), buffer.data(), buffer.size());
    return buffer.data();
}

class TextMaker
{
public:
    explicit TextMaker(unsigned start)
        : m_random(start)
    {}

    int below(int limit) { return std::uniform_int_distribution(0, limit - 1)(m_random); }

    std::string v4()
    {
        std::string text;
        for (int i = 0; i < 4; ++i)
            text += (i > 0 ? "." : "") + std::to_string(below(8) == 0 ? below(300) : below(256));
        return text;
    }

    std::string v6()
    {
        static constexpr std::string_view digits = "0123456789abcdefABCDEF";
        std::string text;
        const int groups = 6 + below(4);
        const int gap = below(groups + 2);
        for (int i = 0; i < groups; ++i) {
            if (i == gap) {
                text += i == 0 ? "::" : ":";
                i += below(4);
                continue;
            }
            const int kind = below(6);
            if (kind == 0 && i >= groups - 2) {
                text += v4();
                return text;
            }
            if (kind < 3)
                text += "0";
            else
                for (int digit = below(4); digit >= 0; --digit)
                    text += digits[static_cast<std::size_t>(below(static_cast<int>(digits.size())))];
            if (i + 1 < groups)
                text += ":";
        }
        return text;
    }

    std::string mutated(std::string text)
    {
        static constexpr std::string_view alphabet = "0123456789abcfF:::.../-+*%[] ,xg\t\x80\xc3\xa9";
        for (int edits = below(4); edits > 0 && !text.empty(); --edits) {
            const auto at = static_cast<std::size_t>(below(static_cast<int>(text.size())));
            const char character = alphabet[static_cast<std::size_t>(below(static_cast<int>(alphabet.size())))];
            const int kind = below(4);
            if (kind == 0)
                text.erase(at, 1);
            else if (kind == 1)
                text[at] = character;
            else if (kind == 2)
                text.insert(at, 1, character);
            else
                text.insert(at, text.substr(at, 2));
        }
        return text;
    }

    std::string prefixed(const std::string &text)
    {
        static constexpr std::array<const char *, 8> tails{"/",   "/0",   "/24",  "/032",
                                                           "/33", "/128", "/129", "/255.255.0.0"};
        return text + tails[static_cast<std::size_t>(below(static_cast<int>(tails.size())))];
    }

    std::uint64_t word()
    {
        // Groups of zeros are what the printing is about.
        std::uint64_t value = 0;
        for (int i = 0; i < 4; ++i)
            value = value << 16 | static_cast<std::uint64_t>(below(2) == 0 ? 0 : below(65536) >> below(16));
        return value;
    }

private:
    std::mt19937 m_random;
};

QByteArray report(const std::string &text, int round)
{
    return QByteArray::fromStdString(text) + " (seed " + QByteArray::number(seed) + ", round " +
           QByteArray::number(round) + ')';
}

} // namespace

class TestParseProperties final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheLibraryReads();
    void printsWhatTheLibraryPrints();
    void keepsItsPromisesForAnyText();
};

void TestParseProperties::readsWhatTheLibraryReads()
{
    TextMaker maker(seed);
    int accepted = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::string plain = maker.below(4) == 0 ? maker.v4() : maker.v6();
        const std::string text = maker.below(2) == 0 ? plain : maker.mutated(plain);
        const Peer peer = readByLibrary(text);
        const auto ours = IpAddress::parse(text);
        accepted += ours ? 1 : 0;
        if (static_cast<bool>(ours) != peer.isAccepted || (ours && *ours != peer.address))
            QFAIL(report(text, round).constData());
    }
    // Else the texts would be too wild to prove anything.
    QVERIFY(accepted > rounds / 5 && accepted < rounds * 4 / 5);
}

void TestParseProperties::printsWhatTheLibraryPrints()
{
    TextMaker maker(seed);
    for (int round = 0; round < rounds; ++round) {
        const bool isV4 = maker.below(8) == 0;
        const std::uint64_t low = maker.word();
        const IpAddress address =
            isV4 ? IpAddress::v4(static_cast<std::uint32_t>(low)) : IpAddress::v6(maker.word(), low);
        // The C library writes the deprecated IPv4-compatible addresses with dots, which RFC 5952 does not ask for.
        const bool isCompatible = !isV4 && address.high() == 0 && address.low() >> 32 == 0;
        const std::string text = address.toString();
        const auto again = IpAddress::parse(text);
        if ((!isCompatible && text != printByLibrary(address)) || !again || *again != address)
            QFAIL(report(text, round).constData());
    }
}

void TestParseProperties::keepsItsPromisesForAnyText()
{
    TextMaker maker(seed);
    for (int round = 0; round < rounds; ++round) {
        std::string text = maker.below(2) == 0 ? maker.v4() : maker.v6();
        if (maker.below(2) == 0)
            text = maker.prefixed(text);
        text = maker.mutated(maker.mutated(text));
        for (const char *broken : {invariants::brokenByRange(text), invariants::brokenByAddress(text)}) {
            if (broken != nullptr)
                QFAIL(QByteArray(broken).append(": ").append(report(text, round)).constData());
        }
    }
}

GATEHOUSE_TEST(TestParseProperties, QCoreApplication)
#include "tst_parse_properties.moc"
