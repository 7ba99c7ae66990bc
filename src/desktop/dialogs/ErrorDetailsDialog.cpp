// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/ErrorDetailsDialog.h"

#include "ui_ErrorDetailsDialog.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>

namespace gatehouse {

namespace {

/// The service's message, its complaints about single fields, and its answer.
QString detailOf(const Error &error)
{
    QStringList parts;
    if (!error.message.isEmpty())
        parts.append(error.message);
    for (const FieldError &field : error.fields) {
        parts.append(
            field.index < 0
                ? ErrorDetailsDialog::tr("%1: %2").arg(field.field, field.message)
                : ErrorDetailsDialog::tr("Entry %1, %2: %3").arg(field.index + 1).arg(field.field, field.message));
    }
    if (!error.detail.isEmpty() && error.detail != error.message)
        parts.append(error.detail);
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace

ErrorDetailsDialog::ErrorDetailsDialog(const Error &error, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ErrorDetailsDialog>())
{
    m_ui->setupUi(this);
    m_ui->sentence->setText(explain(error));
    m_ui->status->setText(error.httpStatus > 0 ? QString::number(error.httpStatus) : tr("no answer"));
    m_ui->requestId->setText(error.requestId);
    m_ui->requestId->setVisible(!error.requestId.isEmpty());
    m_ui->requestIdTitle->setVisible(!error.requestId.isEmpty());
    m_ui->status->setVisible(error.httpStatus > 0 || !error.requestId.isEmpty());
    m_ui->statusTitle->setVisible(m_ui->status->isVisibleTo(this));
    m_ui->detail->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->detail->setPlainText(detailOf(error));
    connect(m_ui->copyButton, &QPushButton::clicked, this, [this] { copyAll(); });
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
}

ErrorDetailsDialog::~ErrorDetailsDialog() = default;

void ErrorDetailsDialog::copyAll() const
{
    QStringList lines{m_ui->sentence->text()};
    if (m_ui->status->isVisibleTo(this))
        lines.append(tr("HTTP status: %1").arg(m_ui->status->text()));
    if (!m_ui->requestId->text().isEmpty())
        lines.append(tr("Request id: %1").arg(m_ui->requestId->text()));
    lines.append(m_ui->detail->toPlainText());
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace gatehouse
