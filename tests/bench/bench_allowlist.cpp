// SPDX-License-Identifier: Apache-2.0
#include "RandomRanges.h"
#include "allowlist/GroupPlan.h"
#include "allowlist/Merge.h"
#include "allowlist/Review.h"

#include <benchmark/benchmark.h>

using namespace gatehouse;

namespace {

const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

std::vector<Entry> entriesOf(const std::vector<IpRange> &ranges)
{
    std::vector<Entry> entries;
    for (const IpRange &range : ranges) {
        const bool isTemporary = entries.size() % 3 == 0;
        const auto seconds = static_cast<qint64>(entries.size() + 1);
        entries.push_back(makeEntry({range, QStringLiteral("label %1").arg(entries.size()), entries.size() % 10 != 0,
                                     isTemporary ? std::optional(now.addSecs(seconds)) : std::nullopt}));
        entries.back().remoteId = QString::number(entries.size());
    }
    return entries;
}

std::shared_ptr<const Allowlist> snapshotOf(std::vector<Entry> entries)
{
    return std::make_shared<const Allowlist>(std::move(entries));
}

std::vector<Entry> mixedEntries(const benchmark::State &state)
{
    const auto half = static_cast<std::size_t>(state.range(0)) / 2;
    std::vector<IpRange> ranges = bench::randomRangesV4(half);
    const std::vector<IpRange> v6 = bench::randomRangesV6(half);
    ranges.insert(ranges.end(), v6.begin(), v6.end());
    return entriesOf(ranges);
}

/// Every entry added to an empty list.
Draft allAdded(const std::vector<Entry> &entries)
{
    Draft draft;
    for (const Entry &entry : entries)
        draft.set(entry.key, entry);
    return draft;
}

/// Every `step`th entry relabelled.
std::vector<Entry> relabelled(std::vector<Entry> entries, std::size_t step)
{
    for (std::size_t i = 0; i < entries.size(); i += step)
        entries[i].content.label += QStringLiteral(", edited at %1").arg(step);
    return entries;
}

Draft draftOn(const std::vector<Entry> &entries, const std::vector<Entry> &wanted)
{
    Draft draft(snapshotOf(entries));
    for (const Entry &entry : wanted)
        draft.set(entry.key, entry);
    return draft;
}

ReviewInput inputFor(Draft draft)
{
    ReviewInput input;
    input.draft = std::move(draft);
    input.rules.maximumEntries = 1000;
    input.rules.broadestV4 = 24;
    input.current.v4 = IpAddress::v4(0xc6336407);
    input.current.v6 = IpAddress::v6(0x20010db800000000, 7);
    input.now = now;
    return input;
}

void runReview(benchmark::State &state, const ReviewInput &input)
{
    std::size_t findings = 0;
    for (auto _ : state)
        findings = review(input).findings.size();
    state.counters["findings"] = static_cast<double>(findings);
}

void reviewOneChange(benchmark::State &state)
{
    const std::vector<Entry> entries = mixedEntries(state);
    runReview(state, inputFor(draftOn(entries, relabelled(entries, entries.size()))));
}

void reviewAllAdded(benchmark::State &state)
{
    runReview(state, inputFor(allAdded(mixedEntries(state))));
}

void reviewAllAlike(benchmark::State &state)
{
    const IpRange range = IpRange::network(IpAddress::v4(0xc6336400), 24);
    runReview(state, inputFor(allAdded(entriesOf(std::vector(static_cast<std::size_t>(state.range(0)), range)))));
}

/// Nested as deep as an address is long, and every entry but the outer ones ends later than what contains it.
void reviewDeeplyNested(benchmark::State &state)
{
    std::vector<IpRange> ranges;
    for (int i = 0; i < state.range(0); ++i)
        ranges.push_back(IpRange::network(IpAddress::v6(0x20010db800000000, 7), 1 + i % 128));
    runReview(state, inputFor(allAdded(entriesOf(ranges))));
}

void reviewWithoutAddress(benchmark::State &state)
{
    const std::vector<Entry> entries = mixedEntries(state);
    Draft draft(snapshotOf(entries));
    draft.set(entries.back().key, std::nullopt);
    ReviewInput input = inputFor(std::move(draft));
    input.current = {};
    runReview(state, input);
}

void merge(benchmark::State &state)
{
    const std::vector<Entry> base = mixedEntries(state);
    const Draft draft = draftOn(base, relabelled(base, 2));
    const auto remote = snapshotOf(relabelled(base, 3));
    std::size_t conflicts = 0;
    for (auto _ : state)
        conflicts = mergeThreeWays(draft, remote).conflicts.size();
    state.counters["conflicts"] = static_cast<double>(conflicts);
}

void mergeAllAdded(benchmark::State &state)
{
    const Draft draft = allAdded(mixedEntries(state));
    const auto remote = snapshotOf(mixedEntries(state));
    for (auto _ : state)
        benchmark::DoNotOptimize(mergeThreeWays(draft, remote));
}

void giveKeys(benchmark::State &state)
{
    const Allowlist known(mixedEntries(state));
    const std::vector<Entry> fresh = mixedEntries(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(withKeysOf(fresh, known));
}

/// One edit in a large list, as the window makes it.
void editOne(benchmark::State &state)
{
    const std::vector<Entry> entries = mixedEntries(state);
    Draft draft(snapshotOf(entries));
    Entry edited = entries[entries.size() / 2];
    for (auto _ : state) {
        edited.content.active = !edited.content.active;
        benchmark::DoNotOptimize(draft.set(edited.key, edited));
    }
}

/// Half of the list is what a group wants, half of the group is missing.
void planOneGroup(benchmark::State &state)
{
    const std::vector<Entry> entries = mixedEntries(state);
    AddressGroup group{QUuid::createUuid(), QStringLiteral("Offices"), {}, {QUuid::createUuid()}};
    std::vector<GroupPlacement> placed;
    for (std::size_t i = 0; i < entries.size() / 2; ++i) {
        const EntryContent &content = entries[i].content;
        group.ranges.push_back({content.range, content.label});
        placed.push_back({content.range, group.name, content.label, entries[i].remoteId, true});
    }
    const Allowlist list(
        std::vector<Entry>(entries.begin() + static_cast<std::ptrdiff_t>(entries.size() / 4), entries.end()));
    const std::vector<AddressGroup> groups{group};
    const auto isNever = [](const EntryKey &) { return false; };
    for (auto _ : state)
        benchmark::DoNotOptimize(planGroups({groups, group.usedIn.front(), placed, list, now, isNever}));
}

void sizes(benchmark::internal::Benchmark *benchmark)
{
    benchmark->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);
}

BENCHMARK(reviewOneChange)->Apply(sizes);
BENCHMARK(reviewAllAdded)->Apply(sizes);
BENCHMARK(reviewAllAlike)->Apply(sizes);
BENCHMARK(reviewDeeplyNested)->Apply(sizes);
BENCHMARK(reviewWithoutAddress)->Apply(sizes);
BENCHMARK(merge)->Apply(sizes);
BENCHMARK(mergeAllAdded)->Apply(sizes);
BENCHMARK(giveKeys)->Apply(sizes);
BENCHMARK(planOneGroup)->Apply(sizes);
BENCHMARK(editOne)->Apply(sizes)->Unit(benchmark::kMicrosecond);

} // namespace
