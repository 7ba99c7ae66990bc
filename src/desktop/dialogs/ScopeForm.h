// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ServiceDefinition.h"

#include <QMap>
#include <QWidget>

class QLineEdit;

namespace gatehouse {

/// A line for each scope field of a service.
class ScopeForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScopeForm)

public:
    explicit ScopeForm(QWidget *parent = nullptr);

    /// Fields of another service; what stands in a field of the same key stays.
    void setFields(const QList<ScopeField> &fields);
    void setValues(const QMap<QString, QString> &values);
    /// Without the empty ones.
    [[nodiscard]] QMap<QString, QString> values() const;

Q_SIGNALS:
    void edited();

private:
    QMap<QString, QLineEdit *> m_edits;
};

} // namespace gatehouse
