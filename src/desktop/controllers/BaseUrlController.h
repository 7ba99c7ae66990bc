// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/Workbench.h"
#include "sync/ListSession.h"

#include <QObject>

namespace gatehouse {

class ListPage;

/// Says that the service gives up the base URL of an open list, and moves the connection to the one that took its place
/// when the user wants it: after both were seen to give the same list.
class BaseUrlController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BaseUrlController)

public:
    /// All must outlive this.
    BaseUrlController(ListSession &session, ListPage &page, const Workbench &bench, QObject *parent = nullptr);

    /// The connection may be another.
    void update();

private:
    void offer(const QUrl &now);
    void move();
    void moved(const Result<ConnectionRecord> &result);

    ListSession &m_session;
    ListPage &m_page;
    ServiceConnector &m_connector;
    ConnectionBook &m_book;
};

} // namespace gatehouse
