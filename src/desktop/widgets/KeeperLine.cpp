// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/KeeperLine.h"

#include "desktop/theme/Icons.h"

namespace gatehouse {

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
    const bool alarming = kind == BannerKind::Error || kind == BannerKind::Warning;
    setIcon(alarming ? iconFor(kind) : gatehouse::icon(u"keeper", IconTint::Subtle));
    setText(text);
    setToolTip(toolTip);
    setAccessibleName(text);
    show();
}

} // namespace gatehouse
