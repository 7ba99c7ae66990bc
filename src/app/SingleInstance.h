// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace gatehouse {

struct Home;

/// One window a home: the first program keeps the place, each later one hands over what it was started for and ends.
/// They meet at a socket in the user's runtime folder, or in the home where there is none: places that only this user
/// can write to, so that nobody else can stand there in the window's place.
class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    /// The home's folders must exist.
    explicit SingleInstance(const Home &home, QObject *parent = nullptr);

    /// True: we are the first. False: `connection` (a name, may be empty) was handed to the one that is.
    /// Waits a few seconds at most for the other program's answer; one that does not answer counts as none.
    [[nodiscard]] bool takePlace(const QString &connection);
    /// Where they meet.
    [[nodiscard]] const QString &socketFile() const { return m_socketFile; }

Q_SIGNALS:
    /// A later program was started, for this connection (empty: none in particular).
    void startedAgain(const QString &connection);

private:
    void listen();
    [[nodiscard]] bool handOver(const QString &connection) const;
    void receive();

    QString m_socketFile;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace gatehouse
