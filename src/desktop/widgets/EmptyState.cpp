// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/EmptyState.h"

#include "desktop/theme/Icons.h"
#include "ui_EmptyState.h"

namespace gatehouse {

namespace {

constexpr int emptySymbolSize = 56;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::EmptyState>())
{
    m_ui->setupUi(this);
    m_ui->mainButton->setIconSize(besideText);
    setButton({}, {});
    connect(m_ui->mainButton, &QPushButton::clicked, this, &EmptyState::buttonClicked);
}

EmptyState::~EmptyState() = default;

void EmptyState::setText(const QIcon &symbol, const QString &heading, const QString &explanation)
{
    m_ui->symbol->setIcon(symbol, emptySymbolSize);
    m_ui->heading->setText(heading);
    m_ui->explanation->setText(explanation);
}

void EmptyState::setButton(const QIcon &symbol, const QString &text)
{
    m_ui->mainButton->setVisible(!text.isEmpty());
    m_ui->mainButton->setIcon(symbol);
    m_ui->mainButton->setText(text);
    m_ui->mainButton->setAccessibleName(text);
}

void EmptyState::setButtonEnabled(bool enabled)
{
    m_ui->mainButton->setEnabled(enabled);
}

} // namespace gatehouse
