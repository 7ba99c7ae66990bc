// SPDX-License-Identifier: Apache-2.0
#include "desktop/controllers/NextStep.h"

#include <QCoreApplication>

namespace gatehouse {

namespace {

/// The context under which translators find the texts.
struct NextStepText
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::NextStep)
};

} // namespace

bool isOutOfReach(const Error &error)
{
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout;
}

/// No default in the switch: a new kind without its step is a compiler warning.
NextStep nextStepAfter(const Error &error, Doing doing)
{
    const bool applying = doing == Doing::Applying;
    switch (error.kind) {
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::SecretMissing:
        return NextStep::EnterSecret;
    case ErrorKind::NotFound:
    case ErrorKind::Tls:
    case ErrorKind::Insecure:
        return NextStep::EditConnection;
    case ErrorKind::Network:
    case ErrorKind::Timeout:
        return applying ? NextStep::SendWhenBack : NextStep::TryAgain;
    case ErrorKind::Conflict:
    case ErrorKind::NotAsPlanned:
    case ErrorKind::NotAsReviewed:
        return NextStep::ReadAgain;
    case ErrorKind::UnreadableAnswer:
    case ErrorKind::TooLarge:
        return applying ? NextStep::ReadAgain : NextStep::TryAgain;
    case ErrorKind::AddressRefused:
    case ErrorKind::Busy:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFault:
    case ErrorKind::SecretLocked:
    case ErrorKind::Storage:
        return NextStep::TryAgain;
    case ErrorKind::InvalidInput:
    case ErrorKind::Rejected:
        return applying ? NextStep::None : NextStep::TryAgain;
    case ErrorKind::LockOut:
    case ErrorKind::Definition:
    case ErrorKind::Cancelled:
        return NextStep::None;
    }
    Q_UNREACHABLE();
}

QString titleOf(NextStep step)
{
    switch (step) {
    case NextStep::None:
        return {};
    case NextStep::TryAgain:
        return NextStepText::tr("Try again");
    case NextStep::EnterSecret:
        return NextStepText::tr("Enter the secret…");
    case NextStep::EditConnection:
        return NextStepText::tr("Edit the connection…");
    case NextStep::ReadAgain:
        return NextStepText::tr("Read again");
    case NextStep::SendWhenBack:
        return NextStepText::tr("Send when it is back");
    }
    Q_UNREACHABLE();
}

QString explainWithPause(const Error &error)
{
    if (!error.retryAfter || error.retryAfter->count() <= 0)
        return explain(error);
    constexpr int minute = 60;
    const auto seconds = static_cast<int>(error.retryAfter->count());
    const QString pause = seconds < 2 * minute ? NextStepText::tr("It asks to wait for %n seconds.", nullptr, seconds)
                                               : NextStepText::tr("It asks to wait for %n minutes.", nullptr,
                                                                  (seconds + minute - 1) / minute);
    //: Two sentences, one after the other.
    return NextStepText::tr("%1 %2").arg(explain(error), pause);
}

} // namespace gatehouse
