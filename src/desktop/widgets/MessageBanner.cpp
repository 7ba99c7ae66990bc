// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/MessageBanner.h"

#include "desktop/theme/Icons.h"
#include "ui_MessageBanner.h"

#include <QAccessible>
#include <QStyle>

namespace gatehouse {

namespace {

struct Look
{
    const char *severity; ///< the style sheet's word
    QStringView symbol;
    IconTint tint;
};

Look lookOf(BannerKind kind)
{
    switch (kind) {
    case BannerKind::Info:
        return {"info", u"info", IconTint::Info};
    case BannerKind::Success:
        return {"success", u"success", IconTint::Success};
    case BannerKind::Warning:
        return {"warning", u"warning", IconTint::Warning};
    case BannerKind::Error:
        return {"error", u"error", IconTint::Danger};
    }
    return {"info", u"info", IconTint::Info};
}

constexpr int bannerSymbolSize = 20;

} // namespace

QIcon iconFor(BannerKind kind)
{
    const Look look = lookOf(kind);
    return icon(look.symbol, look.tint);
}

BannerMessage BannerMessage::of(const Error &error)
{
    BannerMessage message;
    message.kind = BannerKind::Error;
    message.text = explain(error);
    message.error = error;
    return message;
}

MessageBanner::MessageBanner(const BannerMessage &message, QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::MessageBanner>())
{
    m_ui->setupUi(this);
    m_ui->dismissButton->setIcon(icon(u"close"));
    connect(m_ui->dismissButton, &QToolButton::clicked, this, &MessageBanner::dismissed);
    connect(m_ui->detailsButton, &QPushButton::clicked, this, [this] { Q_EMIT detailsRequested(*m_message.error); });
    connect(m_ui->remedyButton, &QPushButton::clicked, this, [this] {
        const auto remedy = m_message.remedy; // it may set another message
        remedy();
    });
    connect(m_ui->otherButton, &QPushButton::clicked, this, [this] {
        const auto other = m_message.other; // likewise
        other();
    });
    setMessage(message);
}

MessageBanner::~MessageBanner() = default;

void MessageBanner::setMessage(const BannerMessage &message)
{
    m_message = message;
    const Look look = lookOf(message.kind);
    setProperty("severity", QLatin1String(look.severity));
    style()->unpolish(this);
    style()->polish(this);
    m_ui->symbol->setIcon(iconFor(message.kind), bannerSymbolSize);
    m_ui->message->setText(message.text);
    m_ui->detailsButton->setVisible(message.error.has_value());
    m_ui->remedyButton->setVisible(!message.remedyText.isEmpty());
    m_ui->remedyButton->setText(message.remedyText);
    m_ui->remedyButton->setAccessibleName(message.remedyText);
    m_ui->otherButton->setVisible(!message.otherText.isEmpty());
    m_ui->otherButton->setText(message.otherText);
    m_ui->otherButton->setAccessibleName(message.otherText);
    m_ui->dismissButton->setVisible(!message.mustStay);
    setAccessibleName(message.text);
    if (!message.isNews)
        return;
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

} // namespace gatehouse
