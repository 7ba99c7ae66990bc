// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QIcon>

#include <memory>

namespace Ui {
class EmptyState;
}

namespace gatehouse {

/// What stands where rows would: why there are none, what that means, and the one thing to do about it.
class EmptyState final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    explicit EmptyState(QWidget *parent = nullptr);
    ~EmptyState() override;

    void setText(const QIcon &symbol, const QString &heading, const QString &explanation);
    /// Without text there is no button.
    void setButton(const QIcon &symbol, const QString &text);
    void setButtonEnabled(bool enabled);

Q_SIGNALS:
    void buttonClicked();

private:
    std::unique_ptr<Ui::EmptyState> m_ui;
};

} // namespace gatehouse
