// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/controllers/NextStep.h"
#include "desktop/widgets/BannerArea.h"

#include <QObject>

namespace gatehouse {

class ApplyController;
class ConnectionBook;
class ListController;
class ListPage;
class ListSession;
class WaitingController;

/// Gives the messages about errors of an open list the button that helps (see NextStep.h), and does what it says.
class NextStepController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NextStepController)

public:
    /// What it works with; all of it must outlive this.
    struct Parts
    {
        ListSession &session;
        ListPage &page;
        ListController &list;
        ApplyController &apply;
        WaitingController &waiting;
        ConnectionBook &book;
    };

    explicit NextStepController(const Parts &parts, QObject *parent = nullptr);

Q_SIGNALS:
    void editConnectionRequested();

private:
    void offer(BannerArea::Topic topic, const Error &error, Doing doing);
    void take(NextStep step, Doing doing);
    void tryAgain(Doing doing);
    void askForSecret(Doing doing);
    void save(const QString &secret, Doing doing);

    Parts m_parts;
};

} // namespace gatehouse
