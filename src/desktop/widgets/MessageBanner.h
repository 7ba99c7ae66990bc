// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

#include <QFrame>
#include <QIcon>

#include <functional>
#include <memory>
#include <optional>

namespace Ui {
class MessageBanner;
}

namespace gatehouse {

enum class BannerKind { Info, Success, Warning, Error };

[[nodiscard]] QIcon iconFor(BannerKind kind);

/// What a banner says, and what can be done about it.
struct BannerMessage
{
    BannerKind kind = BannerKind::Info;
    QString text;               ///< whole sentences for people
    std::optional<Error> error; ///< behind the button "Details…"; without it there is no such button
    QString remedyText;         ///< of the button that helps; without it there is no such button
    std::function<void()> remedy{};
    QString otherText{}; ///< of a second button, where there are two ways to go on
    std::function<void()> other{};
    bool mustStay = false; ///< cannot be dismissed: the message itself says when it is over
    bool isNews = true;    ///< false: a text that counts something, not to be read out each time it changes

    /// The sentence of `error`, with its details.
    static BannerMessage of(const Error &error);
};

/// A message across the page: stays until it is dismissed.
class MessageBanner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBanner)

public:
    explicit MessageBanner(const BannerMessage &message, QWidget *parent = nullptr);
    ~MessageBanner() override;

    void setMessage(const BannerMessage &message);
    [[nodiscard]] const BannerMessage &message() const { return m_message; }

Q_SIGNALS:
    void detailsRequested(const gatehouse::Error &error);
    void dismissed();

private:
    std::unique_ptr<Ui::MessageBanner> m_ui;
    BannerMessage m_message;
};

} // namespace gatehouse
