// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"
#include "desktop/widgets/RangeCheck.h"

#include <QFrame>

#include <memory>

namespace Ui {
class QuickAddBar;
}

namespace gatehouse {

class Clock;

/// The line on top of a list: enter a range, a label, an expiry, press Enter, enter the next one.
class QuickAddBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuickAddBar)

public:
    explicit QuickAddBar(QWidget *parent = nullptr);
    ~QuickAddBar() override;

    /// `clock` must outlive this.
    void setClock(const Clock &clock);
    void setAnyAccepted(bool accepted);
    void setLabelLimit(std::optional<int> characters);
    /// Who says beside the range whether it can be had; empty: nobody.
    void setRangeJudge(const std::optional<RangeJudge> &judge);

    /// As if the user had entered it; the focus goes to the label.
    void fillIn(const IpRange &range);
    void focusRange();
    /// Label and expiry as entered, for `range`.
    [[nodiscard]] EntryContent contentFor(const IpRange &range) const;
    /// Ready for the next entry: all empty, the focus in the range field.
    void clear();

    /// While the address is being found out its button shows that, and a click on it cancels.
    void setFindingAddress(bool finding);
    /// Below which a menu of addresses opens, in global coordinates.
    [[nodiscard]] QPoint addressMenuPosition() const;

Q_SIGNALS:
    void addRequested(const gatehouse::EntryContent &content);
    void currentAddressRequested();
    void currentAddressCancelled();

private:
    void add();
    void updateAddButton();

    std::unique_ptr<Ui::QuickAddBar> m_ui;
    std::unique_ptr<RangeCheck> m_check;
    bool m_findingAddress = false;
};

} // namespace gatehouse
