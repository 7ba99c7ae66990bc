// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Output.h"

#include <QList>
#include <QStringList>

namespace gatehouse::cli {

/// A table for people: a heading and rows, columns as wide as they need to be, two blanks between them. A cell longer
/// than 80 characters is cut, so that one text cannot push all others off the screen.
class TextTable final
{
public:
    explicit TextTable(QStringList heading);
    void addRow(QStringList cells);
    void print(Output &out) const;

private:
    QList<QStringList> m_rows;
};

} // namespace gatehouse::cli
