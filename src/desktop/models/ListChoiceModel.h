// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>
#include <QUuid>

#include <vector>

namespace gatehouse {

/// Connections to choose several from, each with a check mark. A filter hides rows and unchecks none.
class ListChoiceModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListChoiceModel)

public:
    struct Choice
    {
        QUuid id;
        QString name;
        QString service;
        bool checked = false;
    };

    explicit ListChoiceModel(QObject *parent = nullptr);

    void setChoices(std::vector<Choice> choices);
    /// Keeps what contains the text in its name or its service; empty: all.
    void setFilter(const QString &text);
    /// Of the rows shown.
    void checkAll(bool checked);
    void setChecked(const std::vector<QUuid> &ids);
    /// Also of rows that are hidden, in their order.
    [[nodiscard]] std::vector<QUuid> checked() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void checkedChanged();

private:
    void refill();
    [[nodiscard]] Choice &at(int row) { return m_choices[m_shown[static_cast<std::size_t>(row)]]; }
    [[nodiscard]] const Choice &at(int row) const { return m_choices[m_shown[static_cast<std::size_t>(row)]]; }
    void tellChecks();

    std::vector<Choice> m_choices;
    std::vector<std::size_t> m_shown; ///< positions in m_choices
    QString m_filter;
};

} // namespace gatehouse
