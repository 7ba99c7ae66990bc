// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/BannerArea.h"

#include <QVBoxLayout>

namespace gatehouse {

namespace {

constexpr int bannerGap = 8;

} // namespace

BannerArea::BannerArea(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(bannerGap);
    hide();
}

void BannerArea::post(Topic topic, const BannerMessage &message)
{
    if (MessageBanner *known = m_banners.value(topic))
        known->setMessage(message);
    else
        m_banners.insert(topic, add(topic, message));
    setVisible(true);
}

void BannerArea::clear(Topic topic)
{
    if (MessageBanner *known = m_banners.take(topic)) {
        known->hide();
        known->deleteLater(); // may be called from one of its own buttons
    }
    setVisible(!m_banners.isEmpty());
}

MessageBanner *BannerArea::add(Topic topic, const BannerMessage &message)
{
    auto *banner = new MessageBanner(message, this);
    connect(banner, &MessageBanner::dismissed, this, [this, topic] {
        clear(topic);
        Q_EMIT dismissed(topic);
    });
    connect(banner, &MessageBanner::detailsRequested, this, &BannerArea::detailsRequested);
    m_layout->insertWidget(0, banner);
    return banner;
}

} // namespace gatehouse
