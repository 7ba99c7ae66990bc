// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/ChangeSet.h"

#include <QDateTime>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <vector>

namespace gatehouse {

/// One request that changes a list, as the journal knows it.
struct JournalOperation
{
    enum class Kind { Replace, Create, Update, Remove };
    enum class State {
        Planned,
        Sending,  ///< it may have been sent, and may have taken effect
        Accepted, ///< the service said so
        Failed,   ///< refused, or the answer was lost: what became of it, only the list tells
    };

    Kind kind = Kind::Replace;
    std::vector<Entry> entries; ///< as sent; empty for Replace, of which the record's changes tell what it changes
    State state = State::Planned;
    QString error; ///< with Failed: the error's name and the service's words
    bool operator==(const JournalOperation &) const = default;
};

/// What became of an operation, to be noted.
struct OperationNote
{
    int position = 0;
    JournalOperation::State state = JournalOperation::State::Planned;
    QString error;
};

/// One apply: what it was to change and how far it came. Holds no secret.
struct JournalRecord
{
    enum class State {
        Open,      ///< nobody has seen the end of it
        Watched,   ///< live, and reverted at the deadline unless somebody keeps it
        Applied,   ///< read back as planned
        Partly,    ///< read back, and not all is as planned
        Settled,   ///< interrupted; what became of it was read later
        Dropped,   ///< likewise, and what did not take effect is not wanted any more
        Continued, ///< a later apply has taken over what was left of it
        Kept,      ///< was watched and is to stay
        Reverted,  ///< was watched and taken back
    };

    qint64 id = 0; ///< counted by the store
    QUuid connection;
    State state = State::Open;
    QString who;     ///< user, computer and program
    QString process; ///< see base/ProcessMark.h
    QDateTime begunAt;
    std::optional<QDateTime> endedAt;
    QStringList confirmed; ///< warnings that were lifted by typing the connection's name, as they were shown
    std::optional<QDateTime> deadline; ///< of what is applied to be watched: when it is reverted unless it is kept
    std::vector<Change> changes;       ///< in complete entries
    std::vector<Entry> beside;         ///< other entries with ranges of the changes: not to be taken for their outcome
    std::vector<JournalOperation> operations;
    bool operator==(const JournalRecord &) const = default;

    [[nodiscard]] bool isOpen() const { return state == State::Open || state == State::Watched; }
};

} // namespace gatehouse
