// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace gatehouse {

/// One line of text that gives way: too long for its place, it ends in "…" and the tooltip has the whole. text() stays
/// the whole text.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedLabel)

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace gatehouse
