// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/ReviewDialog.h"

#include "allowlist/SeverityText.h"
#include "allowlist/Text.h"
#include "desktop/models/EntryFormat.h"
#include "desktop/theme/Icons.h"
#include "desktop/theme/SeverityIcon.h"
#include "desktop/widgets/PendingBar.h"
#include "ui_ReviewDialog.h"

#include <QListWidgetItem>
#include <QStyle>

#include <algorithm>

namespace gatehouse {

namespace {

constexpr int titleSymbolSize = 24;
constexpr std::size_t mostFindings = 500; // more would take seconds to lay out, and nobody reads them
constexpr int highestList = 280;
constexpr int listPadding = 12; // of the style sheet
constexpr int itemPadding = 6;  // of the style sheet

bool opensByEntry(const Review &review)
{
    return std::ranges::any_of(review.findings, [](const Finding &finding) {
        return finding.rule == ReviewRule::AllowsEveryone && finding.severity == Severity::Error;
    });
}

} // namespace

ReviewDialog::ReviewDialog(const Review &review, const Draft &draft, const ConnectionRecord &connection,
                           const std::vector<IpAddress> &atStake, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ReviewDialog>())
    , m_invalid(review.isInvalid())
    , m_needsName(review.needsNamedConfirmation())
    , m_name(connection.name)
    , m_atStake(atStake)
{
    m_ui->setupUi(this);
    showFindings(review, draft);
    showSummary(review, draft);
    showConfirmation(review, connection);
    showRemedy(review);
    connect(m_ui->confirmationEdit, &QLineEdit::textChanged, this, [this] { updateApply(); });
    connect(m_ui->backButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->applyButton, &QPushButton::clicked, this, &QDialog::accept);
    updateApply();
}

ReviewDialog::~ReviewDialog() = default;

ApplyConsent ReviewDialog::consent() const
{
    return {m_needsName && m_ui->confirmationEdit->text().trimmed() == m_name};
}

void ReviewDialog::showFindings(const Review &review, const Draft &draft)
{
    const std::size_t shown = std::min(review.findings.size(), mostFindings);
    for (std::size_t i = 0; i < shown; ++i)
        addFinding(review.findings[i].severity, describe(review.findings[i], draft));
    // The gravest stand first.
    if (shown < review.findings.size())
        addFinding(review.findings[shown].severity, tr("%Ln more like these, none of them graver.", nullptr,
                                                       static_cast<int>(review.findings.size() - shown)));
    if (m_ui->findings->count() > 0)
        m_ui->findings->setCurrentRow(0);
}

void ReviewDialog::addFinding(Severity severity, const QString &sentence)
{
    auto *item = new QListWidgetItem(severityIcon(severity), sentence, m_ui->findings);
    item->setData(Qt::AccessibleTextRole, withSeverity(severity, sentence));
    item->setToolTip(plainTip(sentence));
}

void ReviewDialog::showSummary(const Review &review, const Draft &draft)
{
    // The first entry of a list shuts out everybody else, which is what it is for.
    m_isFirst = !m_atStake.empty() && !m_invalid && review.has(ReviewRule::StartsEnforcement);
    m_ui->title->setText(m_invalid     ? tr("These changes cannot be applied yet")
                         : m_isFirst   ? tr("From now on only listed addresses get in: add yours")
                         : m_needsName ? tr("Stop: read this before you go on")
                                       : tr("Before this goes out: %1").arg(m_name));
    m_ui->titleSymbol->setIcon(m_invalid || (m_needsName && !m_isFirst) ? icon(u"error", IconTint::Danger)
                                                                        : icon(u"shield", IconTint::Accent),
                               titleSymbolSize);
    m_ui->summary->setText(describe(PendingSummary::of(draft)));
}

void ReviewDialog::showConfirmation(const Review &review, const ConnectionRecord &connection)
{
    m_ui->confirmationFrame->setVisible(m_needsName && !m_invalid);
    const QString toType = tr("To go on all the same, type the name of the connection: %1");
    m_ui->confirmationText->setTextFormat(Qt::RichText);
    m_ui->confirmationText->setText(
        toType.toHtmlEscaped().arg(QStringLiteral("<b>%1</b>").arg(connection.name.toHtmlEscaped())));
    const bool opens = review.has(ReviewRule::OpensToEveryone) || opensByEntry(review);
    m_ui->applyButton->setText(!m_needsName ? tr("&Apply")
                               : opens      ? tr("&Open to everyone")
                                            : tr("&Apply all the same"));
}

void ReviewDialog::showRemedy(const Review &review)
{
    if (review.has(ReviewRule::StartsEnforcement))
        m_ui->remedyButton->setText(tr("Add &my address"));
    m_ui->remedyButton->setDefault(m_isFirst);
    m_ui->remedyFrame->setVisible(!m_atStake.empty());
    m_ui->remedyButton->setIcon(icon(u"current-ip"));
    m_ui->remedyButton->setIconSize(besideText);
    connect(m_ui->remedyButton, &QPushButton::clicked, this, [this] {
        const std::vector<IpRange> chosen = remedy();
        reject();
        Q_EMIT remedyChosen(chosen);
    });
    const auto changing =
        std::ranges::find_if(m_atStake, [](const IpAddress &address) { return steadyNetworkOf(address).has_value(); });
    m_ui->networkBox->setVisible(changing != m_atStake.end());
    if (changing != m_atStake.end())
        m_ui->networkBox->setText(tr("…with its &whole network %1: %2 may change every day")
                                      .arg(toShortQString(*steadyNetworkOf(*changing)), toQString(*changing)));
}

std::vector<IpRange> ReviewDialog::remedy() const
{
    std::vector<IpRange> ranges;
    for (const IpAddress &address : m_atStake) {
        const auto network = m_ui->networkBox->isChecked() ? steadyNetworkOf(address) : std::nullopt;
        ranges.push_back(network.value_or(IpRange::of(address)));
    }
    return ranges;
}

/// Every line of it: the height that the view finds by itself knows nothing of the padding of the style sheet, and a
/// warning must not end in dots.
void ReviewDialog::fitFindings()
{
    const QListWidget &list = *m_ui->findings;
    const int symbol = list.style()->pixelMetric(QStyle::PM_ListViewIconSize, nullptr, &list);
    const int beside = symbol + 2 * itemPadding + 4 * list.spacing() + listPadding;
    const QRect space(0, 0, list.viewport()->width() - beside, highestList);
    for (int row = 0; row < list.count(); ++row) {
        const QRect text = list.fontMetrics().boundingRect(space, Qt::TextWordWrap, list.item(row)->text());
        list.item(row)->setSizeHint({0, std::max(text.height(), symbol) + 2 * itemPadding + 2});
    }
}

/// As high as what there is to say, as far as that leaves the buttons on the screen.
void ReviewDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    layout()->activate();
    fitFindings();
    m_ui->findings->doItemsLayout();
    int height = 2 * m_ui->findings->frameWidth() + m_ui->findings->spacing() + listPadding;
    for (int row = 0; row < m_ui->findings->count() && height < highestList; ++row)
        height += m_ui->findings->sizeHintForRow(row) + 2 * m_ui->findings->spacing();
    m_ui->findings->setFixedHeight(std::min(height, highestList));
    adjustSize();
}

void ReviewDialog::updateApply()
{
    const bool confirmed = !m_needsName || consent().lockOut;
    m_ui->applyButton->setEnabled(!m_invalid && confirmed);
}

} // namespace gatehouse
