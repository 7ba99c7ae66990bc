// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/NextStepController.h"

#include "desktop/controllers/ApplyController.h"
#include "desktop/controllers/ListController.h"
#include "desktop/controllers/WaitingController.h"
#include "desktop/dialogs/SecretDialog.h"
#include "desktop/widgets/ListPage.h"
#include "sync/ConnectionBook.h"

namespace gatehouse {

NextStepController::NextStepController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.list, &ListController::readingFailed, this,
            [this](const Error &error) { offer(BannerArea::Topic::Loading, error, Doing::Reading); });
    connect(&parts.apply, &ApplyController::failedWith, this,
            [this](const Error &error) { offer(BannerArea::Topic::Applying, error, Doing::Applying); });
}

/// To the message that is there already, unless it has a better remedy of its own.
void NextStepController::offer(BannerArea::Topic topic, const Error &error, Doing doing)
{
    const MessageBanner *shown = m_parts.page.banners()->banner(topic);
    if (!shown || !shown->message().error || !shown->message().remedyText.isEmpty())
        return;
    BannerMessage message = shown->message();
    if (message.text == explain(error))
        message.text = explainWithPause(error);
    const NextStep step = nextStepAfter(error, doing);
    message.remedyText = titleOf(step);
    message.remedy = [this, step, doing] { take(step, doing); };
    m_parts.page.banners()->post(topic, message);
}

void NextStepController::take(NextStep step, Doing doing)
{
    switch (step) {
    case NextStep::None:
        break;
    case NextStep::TryAgain:
        tryAgain(doing);
        break;
    case NextStep::ReadAgain:
        m_parts.list.reload();
        break;
    case NextStep::EnterSecret:
        askForSecret(doing);
        break;
    case NextStep::EditConnection:
        Q_EMIT editConnectionRequested();
        break;
    case NextStep::SendWhenBack:
        m_parts.waiting.wait();
        break;
    }
}

void NextStepController::tryAgain(Doing doing)
{
    if (doing == Doing::Applying)
        m_parts.apply.applyAgain();
    else
        m_parts.list.reload();
}

void NextStepController::askForSecret(Doing doing)
{
    auto *dialog = new SecretDialog(m_parts.session.connection().name, m_parts.page.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, doing] { save(dialog->secret(), doing); });
    dialog->open();
}

void NextStepController::save(const QString &secret, Doing doing)
{
    const ConnectionRecord *record = m_parts.book.find(m_parts.session.connection().id);
    if (!record) // removed meanwhile
        return;
    whenDone(m_parts.book.save(*record, secret), this, [this, doing](const Result<ConnectionRecord> &saved) {
        if (!saved) {
            m_parts.page.banners()->post(BannerArea::Topic::Storing, BannerMessage::of(saved.error()));
            return;
        }
        m_parts.session.forgetService();
        tryAgain(doing);
    });
}

} // namespace gatehouse
