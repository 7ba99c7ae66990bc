// SPDX-License-Identifier: Apache-2.0
#include "desktop/widgets/RangeCheck.h"

#include "desktop/widgets/RangeEdit.h"
#include "desktop/widgets/RangeHint.h"

#include <chrono>

namespace gatehouse {

namespace {

constexpr std::chrono::milliseconds pauseInTyping{500};

} // namespace

RangeCheck::RangeCheck(RangeEdit &edit, RangeHint &hint, RangeJudge judge, QObject *parent)
    : QObject(parent)
    , m_edit(edit)
    , m_hint(hint)
    , m_judge(std::move(judge))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseInTyping);
    connect(&m_pause, &QTimer::timeout, this, &RangeCheck::ask);
    connect(&edit, &RangeEdit::meaningChanged, this, &RangeCheck::changed);
}

RangeCheck::~RangeCheck()
{
    m_question.cancel();
}

void RangeCheck::changed()
{
    if (m_edit.range() == m_asked && m_asked)
        return;
    m_question.cancel();
    m_asked.reset();
    m_hint.setVerdict(RangeHint::Verdict::None, {});
    m_pause.stop();
    if (!m_edit.range())
        return;
    if (const auto objection = m_judge.byRules(*m_edit.range()))
        m_hint.setVerdict(objection->isError ? RangeHint::Verdict::Refused : RangeHint::Verdict::Warned,
                          objection->sentence);
    else if (m_judge.byService)
        m_pause.start();
}

void RangeCheck::ask()
{
    m_asked = m_edit.range();
    if (!m_asked)
        return;
    m_hint.setVerdict(RangeHint::Verdict::Waiting, tr("Asking %1…").arg(m_judge.name));
    m_question = m_judge.byService(*m_asked);
    whenDone(m_question, this, [this, asked = m_asked](const Result<void> &answer) {
        if (asked == m_asked)
            answered(answer);
    });
}

void RangeCheck::answered(const Result<void> &answer)
{
    if (answer) {
        m_hint.setVerdict(RangeHint::Verdict::Accepted, tr("%1 accepts it").arg(m_judge.name));
        return;
    }
    const Error &error = answer.error();
    if (error.kind == ErrorKind::Rejected) {
        const QString reason = error.fields.isEmpty() ? error.message : error.fields.constFirst().message;
        m_hint.setVerdict(RangeHint::Verdict::Refused, tr("%1 refuses it: %2").arg(m_judge.name, reason));
    } else if (error.kind == ErrorKind::Cancelled) {
        m_hint.setVerdict(RangeHint::Verdict::None, {});
    } else {
        m_hint.setVerdict(RangeHint::Verdict::Warned, tr("%1 could not be asked").arg(m_judge.name));
    }
}

} // namespace gatehouse
