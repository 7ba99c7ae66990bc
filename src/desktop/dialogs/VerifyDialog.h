// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ServiceDefinition.h"
#include "services/Verification.h"

#include <QDialog>

#include <memory>

namespace Ui {
class VerifyDialog;
}

namespace gatehouse {

struct BannerMessage;
class WorkArea;

/// What a verification means, in whole sentences for people, with what to do.
[[nodiscard]] BannerMessage messageFor(const Verification &verification, const QString &service);

/// Takes the secret of what a list guards, and shows what came of asking with it. Keeps nothing of it.
class VerifyDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyDialog)

public:
    explicit VerifyDialog(const ServiceDefinition &definition, QWidget *parent = nullptr);
    ~VerifyDialog() override;

    [[nodiscard]] WorkArea *work() const;
    using QDialog::show;
    void show(const Verification &verification);

Q_SIGNALS:
    void verifyRequested(const QString &secret);

private:
    void verify();
    void updateButton();

    std::unique_ptr<Ui::VerifyDialog> m_ui;
    QString m_service;
};

} // namespace gatehouse
