// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/AboutDialog.h"

#include "desktop/theme/Icons.h"
#include "ui_AboutDialog.h"

#include <QCoreApplication>
#include <QFile>

namespace gatehouse {

namespace {

/// What the package carries, too: one text for both.
QString copyrightNotices()
{
    QFile file(QStringLiteral(":/copyright"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AboutDialog>())
{
    constexpr int iconSize = 96;
    m_ui->setupUi(this);
    m_ui->icon->setPixmap(applicationIcon().pixmap(iconSize, iconSize));
    QFont heading = m_ui->name->font();
    heading.setPointSizeF(heading.pointSizeF() * 1.6);
    heading.setBold(true);
    m_ui->name->setFont(heading);
    m_ui->version->setText(
        tr("Version %1, on Qt %2").arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion())));
    m_ui->notices->setPlainText(copyrightNotices());
    m_ui->closeButton->setFocus();
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QDialog::accept);
}

AboutDialog::~AboutDialog() = default;

} // namespace gatehouse
