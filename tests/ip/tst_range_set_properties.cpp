// SPDX-License-Identifier: Apache-2.0
#include "ip/RangeSet.h"
#include "support/TestProgram.h"

#include <QTest>

#include <array>
#include <bitset>
#include <random>
#include <vector>

using namespace gatehouse;

// RangeSet beside a model that cannot be wrong: a bit for each address of a few windows of 64 addresses.

namespace {

constexpr int windowSize = 64;

/// Windows where carries, the ends of the families and the border of the 64-bit words lie.
constexpr std::array windows{
    IpAddress::v4(0),
    IpAddress::v4(0xcb007140),
    IpAddress::v4(0xcb007180), // beside the one before, but with another parent
    IpAddress::v4(0xffffffc0),
    IpAddress::v6(0, 0),
    IpAddress::v6(0x20010db800000000, 0xffffffffffffffc0),
    IpAddress::v6(0x20010db800000001, 0), // continues the one before
    IpAddress::v6(0xffffffffffffffff, 0xffffffffffffffc0),
};

constexpr int universeSize = windowSize * static_cast<int>(windows.size());
using Model = std::bitset<std::size_t(universeSize)>;

IpAddress addressAt(int index)
{
    const IpAddress &base = windows[static_cast<std::size_t>(index / windowSize)];
    const auto offset = static_cast<std::uint32_t>(index % windowSize);
    return base.family() == Family::V4 ? IpAddress::v4(static_cast<std::uint32_t>(base.low()) + offset)
                                       : IpAddress::v6(base.high(), base.low() + offset);
}

IpRange blockAt(int index, int hostBits)
{
    const IpAddress address = addressAt(index);
    return IpRange::network(address, widthOf(address.family()) - hostBits);
}

Model modelOf(const IpRange &range)
{
    Model model;
    for (int i = 0; i < universeSize; ++i)
        model[static_cast<std::size_t>(i)] = range.contains(addressAt(i));
    return model;
}

Model modelOf(const RangeSet &set)
{
    Model model;
    for (int i = 0; i < universeSize; ++i)
        model[static_cast<std::size_t>(i)] = set.contains(addressAt(i));
    return model;
}

/// The fewest blocks for the part of the model: one if it is full, else those of its halves.
std::size_t fewestBlocks(const Model &model, int start, int size)
{
    int present = 0;
    for (int i = start; i < start + size; ++i)
        present += model[static_cast<std::size_t>(i)] ? 1 : 0;
    if (present == 0 || present == size)
        return present == 0 ? 0 : 1;
    return fewestBlocks(model, start, size / 2) + fewestBlocks(model, start + size / 2, size / 2);
}

std::size_t fewestBlocks(const Model &model)
{
    std::size_t blocks = 0;
    for (int window = 0; window < static_cast<int>(windows.size()); ++window)
        blocks += fewestBlocks(model, window * windowSize, windowSize);
    return blocks;
}

struct Sample
{
    std::vector<IpRange> ranges;
    Model model;
};

Sample randomSample(std::mt19937 &random, int most)
{
    Sample sample;
    const int count = std::uniform_int_distribution(0, most)(random);
    for (int i = 0; i < count; ++i) {
        const int index = std::uniform_int_distribution(0, universeSize - 1)(random);
        const int hostBits = std::uniform_int_distribution(0, 3 + i % 4)(random);
        sample.ranges.push_back(blockAt(index, hostBits));
        sample.model |= modelOf(sample.ranges.back());
    }
    return sample;
}

constexpr unsigned seed = 20260101;
constexpr int rounds = 150;

} // namespace

class TestRangeSetProperties final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithModel_data()
    {
        QTest::addColumn<int>("most");
        QTest::newRow("few ranges") << 6;
        QTest::newRow("some ranges") << 60;
        QTest::newRow("many ranges, sorted by radix") << 3000;
    }
    void agreesWithModel()
    {
        QFETCH(int, most);
        std::mt19937 random(seed + static_cast<unsigned>(most));
        const int repeats = most > 1000 ? 10 : rounds;
        for (int round = 0; round < repeats; ++round) {
            const Sample left = randomSample(random, most);
            const Sample right = randomSample(random, most);
            if (const char *broken = brokenBy(left, right))
                QFAIL(qPrintable(
                    QStringLiteral("%1 (seed %2, round %3)").arg(QLatin1StringView(broken)).arg(seed).arg(round)));
        }
    }

private:
    static const char *brokenBy(const Sample &left, const Sample &right)
    {
        const RangeSet a(left.ranges);
        const RangeSet b(right.ranges);
        if (modelOf(a) != left.model)
            return "a set has other addresses than its ranges";
        if (modelOf(a.united(b)) != (left.model | right.model))
            return "union";
        if (modelOf(a.intersected(b)) != (left.model & right.model))
            return "intersection";
        if (modelOf(a.subtracted(b)) != (left.model & ~right.model))
            return "difference";
        if (const char *broken = brokenByOutput(a.subtracted(b), left.model & ~right.model))
            return broken;
        if (const char *broken = brokenByOutput(a, left.model))
            return broken;
        if (a.subtracted(b).united(a.intersected(b)) != a)
            return "difference and intersection together are not the whole";
        return brokenByLookUp(a, left.model, right);
    }

    static const char *brokenByOutput(const RangeSet &set, const Model &model)
    {
        const std::vector<IpRange> output = set.toRanges();
        if (RangeSet(output) != set)
            return "the smallest set is another set";
        if (output.size() != fewestBlocks(model))
            return "there is a smaller set of ranges";
        for (std::size_t i = 1; i < output.size(); ++i) {
            if (!(output[i - 1] < output[i]) || output[i - 1].overlaps(output[i]))
                return "ranges out of order";
        }
        if (set.addressCount() != AddressCount(model.count()))
            return "count";
        return set.isEmpty() == model.none() ? nullptr : "emptiness";
    }

    static const char *brokenByLookUp(const RangeSet &set, const Model &model, const Sample &other)
    {
        for (const IpRange &range : other.ranges) {
            const Model asked = modelOf(range);
            if (set.covers(range) != ((asked & ~model).none()))
                return "cover";
            if (set.overlaps(range) != ((asked & model).any()))
                return "overlap";
        }
        return nullptr;
    }
};

GATEHOUSE_TEST(TestRangeSetProperties, QCoreApplication)
#include "tst_range_set_properties.moc"
