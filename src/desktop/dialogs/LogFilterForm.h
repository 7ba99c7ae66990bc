// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/Scope.h"
#include "services/UsageLogs.h"

#include <QDateTime>
#include <QWidget>

#include <vector>

namespace gatehouse {

/// The filters of a usage log, side by side, each as its kind needs it.
class LogFilterForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogFilterForm)

public:
    explicit LogFilterForm(QWidget *parent = nullptr);

    /// Times begin with the start of `today`, a second one with its end.
    void setFilters(const QList<LogFilter> &filters, QDate today);
    /// What a filter of that scope field offers.
    void setScopeChoices(const QString &scopeKey, const std::vector<ScopeChoice> &choices);
    /// Of a choice; another value is offered besides.
    void setValue(const QString &key, const QString &value);
    /// By key; without those that filter nothing.
    [[nodiscard]] QMap<QString, QString> values() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QWidget *makeText(const LogFilter &filter);
    [[nodiscard]] QWidget *makeChoice(const LogFilter &filter);
    [[nodiscard]] QWidget *makeTime(const LogFilter &filter, const QDateTime &first);
    [[nodiscard]] QString valueOf(const LogFilter &filter) const;

    QList<LogFilter> m_filters;
};

} // namespace gatehouse
