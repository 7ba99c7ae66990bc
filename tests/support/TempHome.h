// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Home.h"

#include <QTemporaryDir>

namespace gatehouse::test {

/// A home of its own, with its folders made; gone when this object is.
class TempHome final
{
public:
    TempHome()
        : m_home(Home::choose(m_folder.path()))
    {
        const auto made = m_home.create();
        Q_ASSERT_X(made, "TempHome", "the temporary folder cannot be written");
    }

    /// What --home takes.
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] const Home &home() const { return m_home; }
    [[nodiscard]] const Home *operator->() const { return &m_home; }

private:
    QTemporaryDir m_folder;
    Home m_home;
};

} // namespace gatehouse::test
