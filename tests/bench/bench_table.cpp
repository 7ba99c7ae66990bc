// SPDX-License-Identifier: Apache-2.0
// The table of entries, in a view that is shown, beside the same entries under a QSortFilterProxyModel whose comparison
// and filter are as direct as they can be.
#include "desktop/models/EntryTableModel.h"
#include "desktop/widgets/EntryTableView.h"

#include <QApplication>
#include <QSortFilterProxyModel>

#include <benchmark/benchmark.h>

#include <chrono>
#include <random>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

constexpr int all = 100'000;
constexpr int fewer = 10'000; // where the proxy model would take minutes

std::vector<EntryRow> makeRows(int count)
{
    constexpr unsigned seed = 4632;
    std::mt19937 random(seed);
    const QDateTime now = SystemClock().now();
    std::vector<EntryRow> rows;
    rows.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        EntryContent content;
        content.range = IpRange::network(IpAddress::v4(static_cast<std::uint32_t>(random())), 20 + i % 13);
        content.label = u"%1 entry %2"_s.arg(i % 2 ? u"odd"_s : u"even"_s).arg(random() % 100'000);
        content.active = i % 5 != 0;
        if (i % 3 == 0)
            content.expiresAt = now.addSecs(static_cast<int>(random() % 1'000'000));
        rows.push_back({makeEntry(std::move(content)), std::nullopt, nullptr, {}});
    }
    return rows;
}

class OwnTable
{
public:
    explicit OwnTable(int count)
        : m_model(m_clock)
    {
        m_view.setModel(&m_model);
        m_view.resize(900, 600);
        m_model.setRows(makeRows(count));
        m_view.show();
    }

    void setRows(std::vector<EntryRow> rows) { m_model.setRows(std::move(rows)); }
    void sort(int column, Qt::SortOrder order) { m_view.sortByColumn(column, order); }
    void filter(const QString &text) { m_model.setFilter(EntryFilter(text)); }
    [[nodiscard]] QTableView &view() { return m_view; }

private:
    SystemClock m_clock;
    EntryTableModel m_model;
    EntryTableView m_view;
};

class Proxy final : public QSortFilterProxyModel
{
public:
    explicit Proxy(const EntryTableModel &source)
        : m_source(source)
        , m_now(source.clock().now())
    {
        m_collator.setNumericMode(true);
        m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    }

    void setFilter(const EntryFilter &filter)
    {
        m_filter = filter;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex & /*parent*/) const override
    {
        return m_filter.accepts(m_source.rowAt(row), m_now);
    }

    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const EntryRow &one = m_source.rowAt(left.row());
        const EntryRow &other = m_source.rowAt(right.row());
        const EntryContent &a = one.entry.content;
        const EntryContent &b = other.entry.content;
        switch (static_cast<EntryColumn>(left.column())) {
        case EntryColumn::Active:
            return a.active > b.active;
        case EntryColumn::Range:
            return a.range < b.range;
        case EntryColumn::Label:
            return m_collator.compare(a.label, b.label) < 0;
        case EntryColumn::Expires:
            return a.expiresAt.has_value() && (!b.expiresAt || *a.expiresAt < *b.expiresAt);
        case EntryColumn::Addresses:
            return a.range.prefix() > b.range.prefix();
        default:
            return statusOf(one, m_now) < statusOf(other, m_now);
        }
    }

private:
    const EntryTableModel &m_source;
    QDateTime m_now;
    EntryFilter m_filter;
    QCollator m_collator;
};

class ProxyTable
{
public:
    explicit ProxyTable(int count)
        : m_source(m_clock)
        , m_proxy(m_source)
    {
        m_proxy.setSourceModel(&m_source);
        m_view.setModel(&m_proxy);
        m_view.setSortingEnabled(true);
        m_view.setSelectionBehavior(QAbstractItemView::SelectRows);
        m_view.resize(900, 600);
        m_source.setRows(makeRows(count));
        m_view.show();
    }

    void setRows(std::vector<EntryRow> rows) { m_source.setRows(std::move(rows)); }
    void sort(int column, Qt::SortOrder order) { m_view.sortByColumn(column, order); }
    void filter(const QString &text) { m_proxy.setFilter(EntryFilter(text)); }
    [[nodiscard]] QTableView &view() { return m_view; }

private:
    SystemClock m_clock;
    EntryTableModel m_source;
    Proxy m_proxy;
    QTableView m_view;
};

template <typename Work>
void measure(benchmark::State &state, Work work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    QApplication::processEvents(); // the repaint too
    state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
}

template <typename Table>
void load(benchmark::State &state)
{
    Table table(0);
    for (auto _ : state) {
        auto rows = makeRows(all);
        measure(state, [&] { table.setRows(std::move(rows)); });
    }
}

template <typename Table>
void sortBy(benchmark::State &state)
{
    Table table(all);
    const int column = static_cast<int>(state.range(0));
    auto order = Qt::DescendingOrder;
    for (auto _ : state) {
        order = order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
        measure(state, [&] { table.sort(column, order); });
    }
}

/// Every other row goes; the first argument is the number of rows, the second whether all are selected.
template <typename Table>
void filterScattered(benchmark::State &state)
{
    Table table(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        table.filter({});
        if (state.range(1) != 0)
            table.view().selectAll();
        measure(state, [&] { table.filter(u"even"_s); });
    }
}

template <typename Table>
void filterCleared(benchmark::State &state)
{
    Table table(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        table.filter(u"even"_s);
        measure(state, [&] { table.filter({}); });
    }
}

template <typename Table>
void filterByAddress(benchmark::State &state)
{
    Table table(all);
    for (auto _ : state) {
        table.filter({});
        measure(state, [&] { table.filter(u"10.1.2.3"_s); });
    }
}

/// What each edit costs.
void changeOne(benchmark::State &state)
{
    SystemClock clock;
    EntryTableModel model(clock);
    EntryTableView view;
    view.setModel(&model);
    view.resize(900, 600);
    auto rows = makeRows(all);
    model.setRows(rows);
    view.show();
    view.sortByColumn(static_cast<int>(EntryColumn::Label), Qt::AscendingOrder);
    std::size_t at = 0;
    for (auto _ : state) {
        EntryRow &row = rows[at = (at + 7919) % rows.size()];
        row.entry.content.label = row.entry.content.label.startsWith(u'z') ? u"a"_s : u"z"_s;
        measure(state, [&] { model.updateRows({row}, {}); });
    }
}

void columns(benchmark::internal::Benchmark *bench)
{
    bench->DenseRange(0, entryColumnCount - 1)->UseManualTime()->Unit(benchmark::kMillisecond);
}

void once(benchmark::internal::Benchmark *bench)
{
    bench->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);
}

void often(benchmark::internal::Benchmark *bench)
{
    bench->UseManualTime()->Unit(benchmark::kMillisecond);
}

BENCHMARK(load<OwnTable>)->Apply(often);
BENCHMARK(load<ProxyTable>)->Apply(often);
BENCHMARK(sortBy<OwnTable>)->Apply(columns);
BENCHMARK(sortBy<ProxyTable>)->Apply(columns);
BENCHMARK(filterByAddress<OwnTable>)->Apply(often);
BENCHMARK(filterByAddress<ProxyTable>)->Apply(often);
BENCHMARK(filterScattered<OwnTable>)->Apply(often)->Args({all, 0})->Args({all, 1})->Args({fewer, 1});
BENCHMARK(filterScattered<ProxyTable>)->Apply(once)->Args({all, 0})->Args({fewer, 1});
BENCHMARK(filterCleared<OwnTable>)->Apply(often)->Arg(all)->Arg(fewer);
BENCHMARK(filterCleared<ProxyTable>)->Apply(once)->Arg(fewer);
BENCHMARK(changeOne)->Apply(often);

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
