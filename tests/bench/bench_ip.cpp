// SPDX-License-Identifier: Apache-2.0
#include "RandomRanges.h"
#include "ip/Classification.h"
#include "ip/RangeSet.h"

#include <benchmark/benchmark.h>

#include <algorithm>

using namespace gatehouse;

namespace {

using MakeRanges = std::vector<IpRange> (*)(std::size_t);

/// A look-up goes to another place each time, as look-ups do.
constexpr std::size_t lookUps = 4096;

std::size_t sizeOf(const benchmark::State &state)
{
    return static_cast<std::size_t>(state.range(0));
}

void parse(benchmark::State &state, MakeRanges make)
{
    const auto texts = bench::textsOf(make(lookUps));
    std::size_t next = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(IpRange::parse(texts[next++ % texts.size()]));
}

void print(benchmark::State &state, MakeRanges make)
{
    const auto ranges = make(lookUps);
    std::size_t next = 0;
    std::string text;
    for (auto _ : state) {
        text.clear();
        ranges[next++ % ranges.size()].appendTo(text);
        benchmark::DoNotOptimize(text.data());
    }
}

void explainError(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(IpRange::parse("203.0.113.5/24"));
}

void sortRanges(benchmark::State &state, MakeRanges make)
{
    const auto unsorted = make(sizeOf(state));
    for (auto _ : state) {
        auto ranges = unsorted;
        std::sort(ranges.begin(), ranges.end());
        benchmark::DoNotOptimize(ranges.data());
    }
}

void build(benchmark::State &state, MakeRanges make)
{
    const auto ranges = make(sizeOf(state));
    for (auto _ : state)
        benchmark::DoNotOptimize(RangeSet(ranges));
}

void buildFromSorted(benchmark::State &state, MakeRanges make)
{
    auto ranges = make(sizeOf(state));
    std::sort(ranges.begin(), ranges.end());
    for (auto _ : state)
        benchmark::DoNotOptimize(RangeSet(ranges));
}

void toRanges(benchmark::State &state, MakeRanges make)
{
    const RangeSet set(make(sizeOf(state)));
    for (auto _ : state)
        benchmark::DoNotOptimize(set.toRanges());
}

void subtract(benchmark::State &state, MakeRanges make)
{
    const RangeSet left(make(sizeOf(state)));
    const RangeSet right(make(sizeOf(state) + 1));
    for (auto _ : state)
        benchmark::DoNotOptimize(left.subtracted(right));
}

void lookUp(benchmark::State &state, MakeRanges make)
{
    const RangeSet set(make(sizeOf(state)));
    const auto asked = make(lookUps);
    std::size_t next = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(set.contains(asked[next++ % asked.size()].first()));
}

void classifyRange(benchmark::State &state, MakeRanges make)
{
    const auto ranges = make(lookUps);
    std::size_t next = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(classify(ranges[next++ % ranges.size()]));
}

void sizes(benchmark::internal::Benchmark *benchmark)
{
    benchmark->RangeMultiplier(10)->Range(1000, 1'000'000)->Unit(benchmark::kMillisecond);
}

constexpr MakeRanges v4 = bench::randomRangesV4;
constexpr MakeRanges v6 = bench::randomRangesV6;

BENCHMARK_CAPTURE(parse, v4, v4);
BENCHMARK_CAPTURE(parse, v6, v6);
BENCHMARK(explainError);
BENCHMARK_CAPTURE(print, v4, v4);
BENCHMARK_CAPTURE(print, v6, v6);
BENCHMARK_CAPTURE(classifyRange, v4, v4);
BENCHMARK_CAPTURE(classifyRange, v6, v6);
BENCHMARK_CAPTURE(sortRanges, v4, v4)->Apply(sizes);
BENCHMARK_CAPTURE(sortRanges, v6, v6)->Apply(sizes);
BENCHMARK_CAPTURE(build, v4, v4)->Apply(sizes);
BENCHMARK_CAPTURE(build, v6, v6)->Apply(sizes);
BENCHMARK_CAPTURE(buildFromSorted, v4, v4)->Apply(sizes);
BENCHMARK_CAPTURE(buildFromSorted, v6, v6)->Apply(sizes);
BENCHMARK_CAPTURE(toRanges, v4, v4)->Apply(sizes);
BENCHMARK_CAPTURE(toRanges, v6, v6)->Apply(sizes);
BENCHMARK_CAPTURE(subtract, v4, v4)->Apply(sizes);
BENCHMARK_CAPTURE(subtract, v6, v6)->Apply(sizes);
BENCHMARK_CAPTURE(lookUp, v4, v4)->RangeMultiplier(10)->Range(1000, 1'000'000);
BENCHMARK_CAPTURE(lookUp, v6, v6)->RangeMultiplier(10)->Range(1000, 1'000'000);

} // namespace
