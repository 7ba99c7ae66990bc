// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/ManyLists.h"

#include <QAbstractItemModel>

#include <vector>

namespace gatehouse {

/// Several lists that are reviewed and sent together: a row for each with where it stands, and below it what would
/// change and what there is to say of it. A list that may be sent has a check mark; one that would lock out gets it by
/// its name being typed.
class ListProgressModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListProgressModel)

public:
    enum Column { NameColumn, StateColumn, ColumnCount };

    /// `clock` must outlive this.
    explicit ListProgressModel(const Clock &clock, QObject *parent = nullptr);

    void reset(const std::vector<ListProgress> &lists);
    void update(int row, const ListProgress &list);

    /// What was agreed to: the checked lists that may be sent, and those that need no change.
    [[nodiscard]] QHash<QUuid, ApplyConsent> agreed() const;
    [[nodiscard]] bool hasChecked() const;
    /// Whether some list waits to be agreed to.
    [[nodiscard]] bool isReviewed() const;
    [[nodiscard]] bool hasUnchanged() const;

    /// Of a list in review that is sent only after its name was typed; empty for others.
    [[nodiscard]] QString nameToType(const QModelIndex &index) const;
    [[nodiscard]] bool isConfirmed(const QModelIndex &index) const;
    /// Checks the list when the text is its name, unchecks it otherwise.
    void confirm(const QModelIndex &index, const QString &typed);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void agreedChanged();

private:
    /// One thing about a list.
    struct Line
    {
        std::optional<Severity> severity; ///< empty: a change
        QString text;
    };
    struct Row
    {
        ListProgress list;
        std::vector<Line> lines;
        bool checked = false;
        bool confirmed = false;
    };

    [[nodiscard]] static std::vector<Line> linesOf(const ListProgress &list);
    [[nodiscard]] static std::vector<Line> linesOf(const std::vector<EntryOutcome> &outcomes);
    [[nodiscard]] static Row rowOf(const ListProgress &list);
    [[nodiscard]] static bool isSendable(const ListProgress &list);
    [[nodiscard]] QVariant listData(const Row &row, int column, int role) const;
    [[nodiscard]] static QVariant lineData(const Line &line, int column, int role);
    [[nodiscard]] QString stateText(const ListProgress &list) const;
    [[nodiscard]] const Row *rowAt(const QModelIndex &index) const;
    void check(int row, bool checked);

    const Clock &m_clock;
    std::vector<Row> m_rows;
};

} // namespace gatehouse
