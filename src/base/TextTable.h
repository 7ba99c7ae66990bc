// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Output.h"

#include <QList>
#include <QStringList>

namespace gatehouse {

/// A table for people: a heading and rows, columns as wide as they need to be, two blanks between them. A cell longer
/// than 80 characters is cut, so that one text cannot push all others off the screen; the last one of a row, which does
/// not, when it is longer than 400.
class TextTable final
{
public:
    explicit TextTable(QStringList heading);
    void addRow(QStringList cells);
    void print(Output &out) const;

private:
    QList<QStringList> m_rows;
};

} // namespace gatehouse
