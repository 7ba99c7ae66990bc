// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ErrorDetailsDialog;
}

namespace gatehouse {

/// Everything that is known of an error: the sentence, HTTP status, request id, what the service said. Secrets are
/// masked in an Error already.
class ErrorDetailsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorDetailsDialog)

public:
    explicit ErrorDetailsDialog(const Error &error, QWidget *parent = nullptr);
    ~ErrorDetailsDialog() override;

private:
    void copyAll() const;

    std::unique_ptr<Ui::ErrorDetailsDialog> m_ui;
};

} // namespace gatehouse
