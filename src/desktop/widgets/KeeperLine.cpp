// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/KeeperLine.h"

#include "desktop/theme/Icons.h"

namespace gatehouse {

namespace {

QIcon symbolOf(BannerKind kind)
{
    switch (kind) {
    case BannerKind::Error:
        return icon(u"error", IconTint::Danger);
    case BannerKind::Warning:
        return icon(u"warning", IconTint::Warning);
    case BannerKind::Info:
    case BannerKind::Success:
        break;
    }
    return icon(u"keeper", IconTint::Subtle);
}

} // namespace

KeeperLine::KeeperLine(QWidget *parent)
    : QPushButton(parent)
{
    setProperty("kind", QStringLiteral("line"));
    setProperty("mirrored", layoutDirection() == Qt::RightToLeft);
    setIconSize(besideText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long text must not widen the sidebar
    hide();
}

void KeeperLine::tell(BannerKind kind, const QString &text, const QString &toolTip)
{
    setIcon(symbolOf(kind));
    setText(text);
    setToolTip(toolTip);
    setAccessibleName(text);
    show();
}

} // namespace gatehouse
