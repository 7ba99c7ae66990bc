// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/widgets/MessageBanner.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace gatehouse {

/// Where the messages of a page stand, newest on top. A message stays until it is dismissed, or until there is news of
/// the same topic: an error of loading is over when loading succeeded.
class BannerArea final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BannerArea)

public:
    enum class Topic {
        Adding,
        Loading,
        Applying,
        Address,
        Deprecated,
        Drift,
        Interrupted,
        KeeperEnded,
        KeeperFailed,
        KeeperNeedsUser,
        Storing,
        Secrets,
        Service,
        Watching,
        Other,
    };

    explicit BannerArea(QWidget *parent = nullptr);

    void post(Topic topic, const BannerMessage &message);
    void clear(Topic topic);
    /// nullptr when there is none.
    [[nodiscard]] MessageBanner *banner(Topic topic) const { return m_banners.value(topic); }

Q_SIGNALS:
    void detailsRequested(const gatehouse::Error &error);
    /// By the user; it is gone already.
    void dismissed(gatehouse::BannerArea::Topic topic);

private:
    MessageBanner *add(Topic topic, const BannerMessage &message);

    QVBoxLayout *m_layout;
    QHash<Topic, MessageBanner *> m_banners;
};

} // namespace gatehouse
