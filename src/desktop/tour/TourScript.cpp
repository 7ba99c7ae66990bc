// SPDX-License-Identifier: Apache-2.0
#include "desktop/tour/TourScript.h"

#include "allowlist/Text.h"
#include "desktop/MainWindow.h"
#include "desktop/dialogs/ReviewDialog.h"
#include "desktop/models/EntryTableModel.h"
#include "desktop/tour/Hands.h"
#include "desktop/widgets/EntryTableView.h"
#include "desktop/widgets/ListPage.h"

#include <QAction>
#include <QLineEdit>

#include <algorithm>

namespace gatehouse {

namespace {

using Entries = std::vector<Entry>;

const Entry *entryOf(const Entries &entries, const QString &range)
{
    const auto wanted = parseRange(range);
    const auto found =
        std::ranges::find_if(entries, [&](const Entry &entry) { return entry.content.range == *wanted; });
    return found == entries.end() ? nullptr : &*found;
}

/// What the steps do and look at; shared by them.
class Script
{
public:
    Script(MainWindow &window, const Clock &clock)
        : m_window(window)
        , m_clock(clock)
    {}

    [[nodiscard]] QWidget *named(const char *name) const
    {
        for (QWidget *widget : m_window.findChildren<QWidget *>(QLatin1String(name))) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    void click(const char *name)
    {
        if (QWidget *widget = named(name))
            m_hands.click(widget);
    }
    void fill(const char *name, const QString &text)
    {
        click(name);
        m_hands.retype(text);
    }

    [[nodiscard]] EntryTableView *table() const
    {
        const ListPage *page = m_window.currentPage();
        return page ? page->table() : nullptr;
    }
    [[nodiscard]] const EntryTableModel *model() const
    {
        return table() ? qobject_cast<const EntryTableModel *>(table()->model()) : nullptr;
    }
    [[nodiscard]] QModelIndex cell(const QString &range, EntryColumn column) const
    {
        const auto wanted = parseRange(range);
        for (int row = 0; model() && row < model()->rowCount(); ++row) {
            if (model()->rowAt(row).entry.content.range == *wanted)
                return model()->index(row, static_cast<int>(column));
        }
        return {};
    }
    void clickCell(const QString &range, EntryColumn column)
    {
        if (const QModelIndex index = cell(range, column); index.isValid())
            m_hands.clickCell(table(), index);
    }

    /// The list has so many rows, all as the service holds them.
    [[nodiscard]] bool isLive(int rows) const
    {
        if (!model() || model()->rowCount() != rows || m_window.currentPage()->isBusy())
            return false;
        for (int row = 0; row < rows; ++row) {
            if (model()->rowAt(row).status.state != RowState::Live)
                return false;
        }
        return true;
    }
    [[nodiscard]] ReviewDialog *review() const
    {
        for (auto *dialog : m_window.findChildren<ReviewDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    [[nodiscard]] bool endsAbout(const Entry &entry, std::chrono::seconds fromNow) const
    {
        constexpr qint64 tolerance = 300;
        const auto &end = entry.content.expiresAt;
        return end && std::abs(m_clock.now().secsTo(*end) - fromNow.count()) < tolerance;
    }

    [[nodiscard]] std::vector<TourStep> steps();

private:
    void addFirst(std::vector<TourStep> &steps);
    void addOffice(std::vector<TourStep> &steps);
    void change(std::vector<TourStep> &steps);
    void lockOut(std::vector<TourStep> &steps);
    void collect(std::vector<TourStep> &steps);
    void findAndRemove(std::vector<TourStep> &steps);

    MainWindow &m_window;
    const Clock &m_clock;
    Hands m_hands;
};

const QString own = QStringLiteral("127.0.0.1");
const QString office = QStringLiteral("203.0.113.0/24");
const QString contractor = QStringLiteral("198.51.100.7");
const QString partner = QStringLiteral("198.51.100.8");
const QString branch = QStringLiteral("2001:db8:42::/48");

void Script::addFirst(std::vector<TourStep> &steps)
{
    steps.push_back({QStringLiteral("first-start"), Tour::tr("The list of this computer is there and empty"), [] {},
                     [this] { return model() && isLive(0) && named("emptyState"); },
                     [](const Entries &held) { return held.empty(); }});
    steps.push_back({QStringLiteral("current-address"),
                     Tour::tr("“Current IP” fills in the address of this computer"),
                     [this] { click("currentAddressButton"); },
                     [this] {
                         const auto *range = qobject_cast<QLineEdit *>(named("rangeEdit"));
                         return range && range->text() == own;
                     },
                     {}});
    steps.push_back({QStringLiteral("review"),
                     Tour::tr("Added with a label, for a week; the review says what the expiry will mean"),
                     [this] {
                         fill("labelEdit", QStringLiteral("My desk"));
                         named("expiryPicker")->setFocus();
                         for (int downToOneWeek = 0; downToOneWeek < 5; ++downToOneWeek)
                             m_hands.press(Qt::Key_Down);
                         m_hands.press(Qt::Key_Up);
                         click("addButton");
                     },
                     [this] { return review() != nullptr; }, [](const Entries &held) { return held.empty(); }});
    steps.push_back({QStringLiteral("add-current"), Tour::tr("Applied: the address is let in"),
                     [this] { m_hands.click(review()->findChild<QWidget *>(QStringLiteral("applyButton"))); },
                     [this] { return isLive(1); },
                     [this](const Entries &held) {
                         const Entry *entry = entryOf(held, own);
                         return held.size() == 1 && entry && entry->content.active &&
                                entry->content.label == u"My desk" && endsAbout(*entry, std::chrono::hours(24 * 7));
                     }});
}

void Script::addOffice(std::vector<TourStep> &steps)
{
    steps.push_back(
        {QStringLiteral("mistake"), Tour::tr("Host bits are noticed while typing, and the network is offered"),
         [this] { fill("rangeEdit", QStringLiteral("203.0.113.5/24")); },
         [this] { return named("rangeHint") && isLive(1); }, [](const Entries &held) { return held.size() == 1; }});
    steps.push_back({QStringLiteral("office-review"),
                     Tour::tr("An office network is entered by keyboard alone; the review looks a week ahead"),
                     [this] {
                         m_hands.retype(office);
                         m_hands.press(Qt::Key_Tab);
                         m_hands.type(QStringLiteral("Office"));
                         m_hands.press(Qt::Key_Return);
                     },
                     [this] { return review() != nullptr; }, [](const Entries &held) { return held.size() == 1; }});
    steps.push_back({QStringLiteral("add-office"), Tour::tr("Applied by keyboard too"),
                     [this] { m_hands.press(Qt::Key_A, Qt::AltModifier); }, [this] { return isLive(2); },
                     [](const Entries &held) {
                         const Entry *entry = entryOf(held, office);
                         return held.size() == 2 && entry && entry->content.label == u"Office" &&
                                !entry->content.expiresAt;
                     }});
}

void Script::change(std::vector<TourStep> &steps)
{
    const auto contractorIs = [](bool active) {
        return [active](const Entries &held) {
            const Entry *entry = entryOf(held, contractor);
            return entry && entry->content.active == active && entry->content.expiresAt;
        };
    };
    steps.push_back({QStringLiteral("add-contractor"), Tour::tr("A contractor gets a day; nothing to ask about"),
                     [this] {
                         fill("rangeEdit", contractor);
                         fill("labelEdit", QStringLiteral("Contractor"));
                         named("expiryPicker")->setFocus();
                         for (int downToOneDay = 0; downToOneDay < 3; ++downToOneDay)
                             m_hands.press(Qt::Key_Down);
                         click("addButton");
                     },
                     [this] { return isLive(3); }, contractorIs(true)});
    steps.push_back({QStringLiteral("switch-off"), Tour::tr("One click switches the contractor off"),
                     [this] { clickCell(contractor, EntryColumn::Active); }, [this] { return isLive(3); },
                     contractorIs(false)});
    steps.push_back({QStringLiteral("undo"), Tour::tr("Undo switches it on again, at the service too"),
                     [this] { m_hands.press(Qt::Key_Z, Qt::ControlModifier); }, [this] { return isLive(3); },
                     contractorIs(true)});
    steps.push_back({QStringLiteral("edit-label"), Tour::tr("The label is edited in its cell"),
                     [this] {
                         m_hands.doubleClickCell(table(), cell(office, EntryColumn::Label));
                         m_hands.retype(QStringLiteral("Office, main building"));
                         m_hands.press(Qt::Key_Return);
                     },
                     [this] { return isLive(3); },
                     [](const Entries &held) {
                         const Entry *entry = entryOf(held, office);
                         return entry && entry->content.label == u"Office, main building";
                     }});
}

void Script::lockOut(std::vector<TourStep> &steps)
{
    const auto ownIsActive = [](const Entries &held) {
        const Entry *entry = entryOf(held, own);
        return entry && entry->content.active;
    };
    steps.push_back({QStringLiteral("lock-out"), Tour::tr("Switching off the own address is stopped before it is sent"),
                     [this] { clickCell(own, EntryColumn::Active); }, [this] { return review() != nullptr; },
                     ownIsActive});
    steps.push_back({QStringLiteral("back"), Tour::tr("Back, and discarded: nothing has changed"),
                     [this] {
                         m_hands.click(review()->findChild<QWidget *>(QStringLiteral("backButton")));
                         click("discardButton");
                     },
                     [this] { return !review() && isLive(3); }, ownIsActive});
}

void Script::collect(std::vector<TourStep> &steps)
{
    const auto add = [this](const QString &range, const QString &label) {
        fill("rangeEdit", range);
        fill("labelEdit", label);
        m_hands.press(Qt::Key_Return);
    };
    steps.push_back({QStringLiteral("collect"), Tour::tr("Changes are collected: the service has none of them yet"),
                     [this, add] {
                         click("atOnceBox");
                         add(partner, QStringLiteral("Partner’s server"));
                         add(branch, QStringLiteral("Branch, IPv6"));
                     },
                     [this] { return model()->rowCount() == 5 && !isLive(5); },
                     [](const Entries &held) { return held.size() == 3; }});
    steps.push_back(
        {QStringLiteral("apply"), Tour::tr("Apply sends them together"), [this] { click("applyButton"); },
         [this] { return isLive(5); },
         [](const Entries &held) { return held.size() == 5 && entryOf(held, partner) && entryOf(held, branch); }});
}

void Script::findAndRemove(std::vector<TourStep> &steps)
{
    steps.push_back({QStringLiteral("find"),
                     Tour::tr("An address in the filter shows what lets it in"),
                     [this] { fill("filterEdit", QStringLiteral("203.0.113.77")); },
                     [this] { return model()->rowCount() == 1 && cell(office, EntryColumn::Range).isValid(); },
                     {}});
    steps.push_back({QStringLiteral("remove"), Tour::tr("An entry is removed by keyboard and the change applied"),
                     [this] {
                         fill("filterEdit", QString());
                         m_hands.press(Qt::Key_Delete);
                         clickCell(partner, EntryColumn::Range);
                         m_hands.press(Qt::Key_Delete);
                         click("applyButton");
                     },
                     [this] { return isLive(4); },
                     [](const Entries &held) { return held.size() == 4 && !entryOf(held, partner); }});
    steps.push_back({QStringLiteral("dark"),
                     Tour::tr("The same in dark colours"),
                     [this] { m_window.actions().themeDark->trigger(); },
                     [this] { return isLive(4); },
                     {}});
}

std::vector<TourStep> Script::steps()
{
    std::vector<TourStep> all;
    addFirst(all);
    addOffice(all);
    change(all);
    lockOut(all);
    collect(all);
    findAndRemove(all);
    return all;
}

} // namespace

std::vector<TourStep> mainJob(MainWindow &window, const Clock &clock)
{
    // The steps hold the script by what they capture, so that it lives as long as they do.
    const auto script = std::make_shared<Script>(window, clock);
    std::vector<TourStep> steps = script->steps();
    steps.front().act = [script] { (void)script; };
    return steps;
}

} // namespace gatehouse
