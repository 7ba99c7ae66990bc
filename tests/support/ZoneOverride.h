// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <ctime>

namespace gatehouse::test {

/// While this lives, the computer is in that time zone, as POSIX names it ("Europe/Berlin").
class ZoneOverride final
{
public:
    explicit ZoneOverride(const QByteArray &zone)
        : m_before(qgetenv("TZ"))
        , m_wasSet(qEnvironmentVariableIsSet("TZ"))
    {
        set(zone);
    }
    ~ZoneOverride()
    {
        if (m_wasSet)
            set(m_before);
        else
            qunsetenv("TZ");
        ::tzset();
    }
    Q_DISABLE_COPY_MOVE(ZoneOverride)

    /// The computer travels.
    static void set(const QByteArray &zone)
    {
        qputenv("TZ", zone);
        ::tzset();
    }

private:
    QByteArray m_before;
    bool m_wasSet;
};

} // namespace gatehouse::test
