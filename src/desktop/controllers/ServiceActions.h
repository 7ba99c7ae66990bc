// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/MainActions.h"
#include "sync/ListSession.h"

namespace gatehouse {

/// What the service of the list in front can do beside holding the list: say whether it lets this computer in, and tell
/// of the requests that came (which outlives this, see OpenList). Lives as long as the list is in front; without one
/// the actions are disabled.
class ServiceActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceActions)

public:
    /// All must outlive this. `window` becomes the parent of dialogs.
    ServiceActions(const MainActions &actions, const ListSession &session, ServiceConnector &connector, QWidget *window,
                   QObject *parent = nullptr);
    ~ServiceActions() override;

Q_SIGNALS:
    void usageLogRequested();

private:
    void verify();

    MainActions m_actions;
    const ListSession &m_session;
    ServiceConnector &m_connector;
    QWidget *m_window;
};

} // namespace gatehouse
