// SPDX-License-Identifier: Apache-2.0
#include "cli/SeveralLists.h"

#include "allowlist/SeverityText.h"
#include "cli/ChangeOutput.h"
#include "cli/EntryOutput.h"
#include "cli/ErrorOutput.h"
#include "cli/Text.h"
#include "sync/Chain.h"

#include <QJsonDocument>

#include <algorithm>

namespace gatehouse::cli {

namespace {

using Stage = ListProgress::Stage;

/// Lives by its chain's continuations.
class SeveralLists final : public std::enable_shared_from_this<SeveralLists>
{
public:
    SeveralLists(const SeveralOptions &options, Context &context)
        : m_options(options)
        , m_context(context)
        , m_lists(new ManyLists(context.book, context.connector, context.store, context.addresses, context.clock,
                                context.owner))
        , m_chain(Chain<void>::begin(context.owner))
    {}

    Future<void> start(std::vector<ListOrder> orders)
    {
        m_chain->then(m_lists->review(std::move(orders)), [self = shared_from_this()] { self->reviewed(); });
        return m_chain->future();
    }

private:
    void reviewed()
    {
        for (const ListProgress &list : m_lists->lists())
            tell(list);
        if (m_options.dryRun) {
            show();
        } else if (!agrees()) {
            m_chain->finish(failure(ErrorKind::Cancelled, Text::tr("Nothing was sent.")));
        } else if (m_options.beforeSending) {
            m_chain->then(m_options.beforeSending(), [self = shared_from_this()] { self->apply(); });
        } else {
            apply();
        }
    }

    void apply()
    {
        QHash<QUuid, ApplyConsent> agreed;
        for (const ListProgress &list : m_lists->lists()) {
            if (!refusal(list))
                agreed.insert(list.connection.id, {m_options.force});
        }
        m_isSent = true;
        m_chain->then(m_lists->apply(agreed), [self = shared_from_this()] { self->show(); });
    }

    void tell(const ListProgress &list)
    {
        const QString prefix = prefixOf(list);
        for (const QString &note : list.notes)
            m_context.err << prefix << Text::tr("Note: %1").arg(note) << '\n';
        tellReview(list.review, list.draft, prefix, m_context.err);
    }

    [[nodiscard]] bool isSent(const ListProgress &list) const
    {
        return list.stage == Stage::Reviewed && !refusal(list);
    }

    /// Shows what is asked about before it asks.
    [[nodiscard]] bool agrees()
    {
        const bool isWorthAQuestion = std::ranges::any_of(m_lists->lists(), [this](const ListProgress &list) {
            return isSent(list) && (list.review.gravest() >= Severity::Warning || removesMany(list.draft.changes()));
        });
        if (!isWorthAQuestion || !asksQuestions(m_context))
            return true;
        for (const ListProgress &list : m_lists->lists()) {
            if (isSent(list))
                printLines(list.draft.changes(), prefixOf(list), m_context.clock.now(), m_context.err);
        }
        return agreesToGoOn(m_context);
    }

    [[nodiscard]] static QString prefixOf(const ListProgress &list)
    {
        return Text::tr("%1: ").arg(list.connection.name);
    }

    /// Why this list is not sent although it was read.
    [[nodiscard]] std::optional<Error> refusal(const ListProgress &list) const
    {
        if (m_isSent && list.stage == Stage::Reviewed)
            return makeError(ErrorKind::NotAsReviewed, {});
        if (list.review.isInvalid())
            return makeError(ErrorKind::InvalidInput, Text::tr("Nothing was sent: the entries have errors."));
        if (list.review.needsNamedConfirmation() && !m_options.force)
            return makeError(ErrorKind::LockOut, Text::tr("Nothing was sent. --force goes on all the same."));
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Error> errorOf(const ListProgress &list) const
    {
        return list.error ? list.error : refusal(list);
    }

    [[nodiscard]] QString resultOf(const ListProgress &list) const
    {
        if (list.stage == Stage::Failed)
            return QStringLiteral("failed");
        if (refusal(list))
            return QStringLiteral("refused");
        if (list.stage == Stage::Live)
            return QStringLiteral("live");
        return list.stage == Stage::Unchanged ? QStringLiteral("unchanged") : QStringLiteral("planned");
    }

    /// Without an entry anywhere that the call speaks of, it has done nothing and is refused like that of one list.
    [[nodiscard]] bool foundNothing() const
    {
        return std::ranges::all_of(m_lists->lists(), [](const ListProgress &list) {
            return list.stage == Stage::Unchanged && !list.notes.isEmpty();
        });
    }

    void show()
    {
        QJsonArray all;
        for (const ListProgress &list : m_lists->lists()) {
            if (const auto error = errorOf(list))
                m_context.status = worseOf(m_context.status, statusOf(*error));
            if (m_context.json)
                all.append(jsonOf(list));
            else
                print(list);
        }
        if (m_context.json)
            m_context.out.writeJson(QJsonDocument(all));
        if (m_options.missingIsAnError && foundNothing())
            m_context.status = worseOf(m_context.status, ExitStatus::Failed);
        m_chain->finish({});
    }

    void print(const ListProgress &list)
    {
        const QString &name = list.connection.name;
        if (const auto error = errorOf(list)) {
            if (!list.outcomes.empty())
                printOutcomes(list.outcomes, prefixOf(list), m_context.clock.now(), m_context.err);
            if (list.outcomes.empty() || !saysNoMore(*error))
                printError(*error, name, m_context.err);
            return;
        }
        printLines(list.stage == Stage::Live ? list.applied : list.draft.changes(), prefixOf(list),
                   m_context.clock.now(), m_context.out);
        if (list.stage == Stage::Unchanged)
            m_context.out << Text::tr("%1: nothing to change").arg(name) << '\n';
    }

    /// Of all changes of a list whose outcomes are not known one by one.
    [[nodiscard]] ChangeState stateOf(const ListProgress &list) const
    {
        switch (list.stage) {
        case Stage::Live:
            return ChangeState::Live;
        case Stage::Failed:
        case Stage::Skipped:
            return ChangeState::Refused;
        case Stage::Sending:
            return ChangeState::Unknown;
        case Stage::Reading:
        case Stage::Reviewed:
        case Stage::Unchanged:
            return refusal(list) ? ChangeState::Refused : ChangeState::Planned;
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QJsonArray changesOf(const ListProgress &list) const
    {
        const QDateTime now = m_context.clock.now();
        if (list.stage == Stage::Failed && !list.outcomes.empty())
            return outcomesJson(list.outcomes, now);
        return changesJson(list.stage == Stage::Live ? list.applied : list.draft.changes(), stateOf(list), now);
    }

    [[nodiscard]] QJsonObject jsonOf(const ListProgress &list) const
    {
        const auto error = errorOf(list);
        QJsonObject object = error ? errorObject(*error) : QJsonObject();
        QJsonArray findings;
        for (const Finding &finding : list.review.findings)
            findings.append(QJsonObject{{QStringLiteral("severity"), severityName(finding.severity)},
                                        {QStringLiteral("message"), describe(finding, list.draft)}});
        object.insert(QStringLiteral("connection"), list.connection.name);
        object.insert(QStringLiteral("result"), resultOf(list));
        object.insert(QStringLiteral("liveSince"),
                      list.stage == Stage::Live ? QJsonValue(isoTime(*list.readAt)) : QJsonValue(QJsonValue::Null));
        object.insert(QStringLiteral("changes"), changesOf(list));
        object.insert(QStringLiteral("findings"), findings);
        object.insert(QStringLiteral("notes"), QJsonArray::fromStringList(list.notes));
        return object;
    }

    const SeveralOptions m_options;
    Context &m_context;
    ManyLists *m_lists; ///< the owner's child
    const std::shared_ptr<Chain<void>> m_chain;
    bool m_isSent = false;
};

} // namespace

void addAlsoOption(Arguments arguments, std::vector<std::string> &names)
{
    // One name each time, since those that follow are the command's own arguments.
    arguments.option("--also", names, "Another connection, with the same; can be given several times")
        .oneEachTime()
        .typeName("NAME");
}

Future<void> changeLists(std::vector<ListOrder> orders, const SeveralOptions &options, Context &context)
{
    return std::make_shared<SeveralLists>(options, context)->start(std::move(orders));
}

} // namespace gatehouse::cli
