// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QGridLayout;

namespace gatehouse {

/// What the states, symbols and colours of the table mean.
class LegendDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LegendDialog)

public:
    explicit LegendDialog(QWidget *parent = nullptr);

private:
    void addHeading(const QString &text);
    void addRow(QWidget *sample, const QString &meaning);
    void addStates();
    void addHolders();

    QGridLayout *m_rows;
};

} // namespace gatehouse
