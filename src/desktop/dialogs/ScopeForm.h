// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/Scope.h"

#include <QList>
#include <QMap>
#include <QWidget>

namespace gatehouse {

class ScopeFieldEdit;

/// The fields a service needs to know which list is meant, one below the other.
class ScopeForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScopeForm)

public:
    explicit ScopeForm(QWidget *parent = nullptr);

    /// Other fields; what was entered under a key that is still there stays.
    void setFields(const QList<ScopeField> &fields);
    void setValues(const QMap<QString, QString> &values);
    /// Without the empty ones.
    [[nodiscard]] QMap<QString, QString> values() const;
    [[nodiscard]] bool isEmpty() const { return m_fields.isEmpty(); }
    /// What takes the focus, from top to bottom.
    [[nodiscard]] QWidgetList inputs() const;
    /// nullptr when there is none of that key.
    [[nodiscard]] ScopeFieldEdit *field(const QString &key) const { return m_fields.value(key); }

Q_SIGNALS:
    void edited();
    void choicesRequested(const QString &key);
    void choicesCancelled();

private:
    QMap<QString, ScopeFieldEdit *> m_fields;
};

} // namespace gatehouse
