// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/ServiceActions.h"

#include "desktop/controllers/Verifier.h"

#include <QAction>

namespace gatehouse {

ServiceActions::ServiceActions(const MainActions &actions, const ListSession &session, ServiceConnector &connector,
                               QWidget *window, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_session(session)
    , m_connector(connector)
    , m_window(window)
{
    const auto definition = session.definition();
    m_actions.verify->setEnabled(definition && definition->capabilities.verify);
    m_actions.usageLog->setEnabled(definition && definition->capabilities.logs);
    connect(m_actions.verify, &QAction::triggered, this, &ServiceActions::verify);
    connect(m_actions.usageLog, &QAction::triggered, this, &ServiceActions::usageLogRequested);
}

ServiceActions::~ServiceActions()
{
    m_actions.verify->setEnabled(false);
    m_actions.usageLog->setEnabled(false);
}

void ServiceActions::verify()
{
    auto *verifier = new Verifier(m_connector, m_session.connection(), {}, *m_session.definition(), m_window);
    verifier->open(); // goes with its dialog
}

} // namespace gatehouse
