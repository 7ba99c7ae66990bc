// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/widgets/MessageBanner.h"

#include <QPushButton>

namespace gatehouse {

/// One line at the side of the window: what the keeper is doing. A click opens the whole.
class KeeperLine final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeeperLine)

public:
    explicit KeeperLine(QWidget *parent = nullptr);

    /// `text` is short; `toolTip` has whole sentences.
    void tell(BannerKind kind, const QString &text, const QString &toolTip);
};

} // namespace gatehouse
