// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"
#include "desktop/widgets/RangeCheck.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace Ui {
class StartEntriesEdit;
}

namespace gatehouse {

/// The entries that a new list begins with: a line to enter one, and those entered so far.
class StartEntriesEdit final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartEntriesEdit)

public:
    explicit StartEntriesEdit(QWidget *parent = nullptr);
    ~StartEntriesEdit() override;

    void setRangeJudge(const RangeJudge &judge);
    /// With what is still in the line to enter one, when that is an entry.
    [[nodiscard]] std::vector<Entry> entries() const;

private:
    void add();
    void removeChosen();
    void updateButtons();
    [[nodiscard]] std::optional<Entry> entered() const;

    std::unique_ptr<Ui::StartEntriesEdit> m_ui;
    std::unique_ptr<RangeCheck> m_check;
    std::vector<Entry> m_entries; ///< in the order of the rows
};

} // namespace gatehouse
