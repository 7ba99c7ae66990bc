// SPDX-License-Identifier: Apache-2.0
#include "store/Schema.h"

namespace gatehouse {

using namespace Qt::StringLiterals;

// A snapshot is one value (see EntryCodec.h), because it is only ever read and replaced as a whole: as rows, a hundred
// thousand entries take six times as long to save and twice as long to load. A draft is small rows.
// The overlay is written by rows, since a change of one label must be cheap in a list of any size; ranges repeat in it.
// The states of a list's history are as snapshots, compressed, and found by the hash of what is in them.
// secret_marks refers to no connection, since a mark has to outlive one whose secret could not be removed.

QList<Migration> storeMigrations()
{
    const Migration lists{
        uR"(CREATE TABLE connections (
            id TEXT NOT NULL PRIMARY KEY,
            position INTEGER NOT NULL,
            name TEXT NOT NULL UNIQUE,
            service TEXT NOT NULL,
            base_url TEXT NOT NULL,
            scope TEXT NOT NULL,
            collect_changes INTEGER NOT NULL,
            embedded INTEGER NOT NULL,
            last_synchronised INTEGER
        ) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE lists (
            connection TEXT NOT NULL PRIMARY KEY REFERENCES connections (id) ON DELETE CASCADE,
            fetched_at INTEGER,
            entries BLOB NOT NULL
        ) STRICT)"_s,
        uR"(CREATE TABLE draft_changes (
            connection TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            change BLOB NOT NULL,
            PRIMARY KEY (connection, position)
        ) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE secret_marks (connection TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID)"_s,
    };
    const Migration overlay{
        u"ALTER TABLE connections ADD COLUMN expiry_in_label INTEGER NOT NULL DEFAULT 0"_s,
        uR"(CREATE TABLE overlay (
            id INTEGER PRIMARY KEY,
            connection TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
            range TEXT NOT NULL,
            remote_id TEXT NOT NULL,
            state INTEGER NOT NULL,
            since INTEGER,
            contents BLOB NOT NULL
        ) STRICT)"_s,
        u"CREATE INDEX overlay_by_entry ON overlay (connection, range, remote_id)"_s,
    };
    // What was placed outlives its group: the entries are still on the list, and are taken from it later.
    const Migration groups{
        uR"(CREATE TABLE address_groups (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE group_ranges (
            address_group TEXT NOT NULL REFERENCES address_groups (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            range TEXT NOT NULL,
            label TEXT NOT NULL,
            PRIMARY KEY (address_group, position)
        ) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE group_uses (
            address_group TEXT NOT NULL REFERENCES address_groups (id) ON DELETE CASCADE,
            connection TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
            PRIMARY KEY (address_group, connection)
        ) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE group_placements (
            connection TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            range TEXT NOT NULL,
            group_name TEXT NOT NULL,
            label TEXT NOT NULL,
            remote_id TEXT NOT NULL,
            ours INTEGER NOT NULL,
            PRIMARY KEY (connection, position)
        ) STRICT, WITHOUT ROWID)"_s,
    };
    const Migration history{
        uR"(CREATE TABLE history_states (
            id INTEGER PRIMARY KEY,
            connection TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
            hash BLOB NOT NULL,
            entries BLOB NOT NULL,
            UNIQUE (connection, hash)
        ) STRICT)"_s,
        uR"(CREATE TABLE history (
            connection TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            at INTEGER NOT NULL,
            cause INTEGER NOT NULL,
            actor TEXT NOT NULL,
            entries_then INTEGER NOT NULL,
            added INTEGER NOT NULL,
            removed INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            state INTEGER NOT NULL REFERENCES history_states (id) ON DELETE CASCADE,
            PRIMARY KEY (connection, version)
        ) STRICT, WITHOUT ROWID)"_s,
        u"CREATE INDEX history_by_state ON history (state)"_s,
    };
    const Migration journal{
        uR"(CREATE TABLE journal (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            connection TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
            state INTEGER NOT NULL,
            who TEXT NOT NULL,
            process TEXT NOT NULL,
            begun_at INTEGER NOT NULL,
            ended_at INTEGER,
            confirmed TEXT NOT NULL,
            deadline INTEGER,
            beside BLOB NOT NULL
        ) STRICT)"_s,
        u"CREATE INDEX journal_by_connection ON journal (connection, ended_at)"_s,
        uR"(CREATE TABLE journal_changes (
            record INTEGER NOT NULL REFERENCES journal (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            change BLOB NOT NULL,
            PRIMARY KEY (record, position)
        ) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE journal_operations (
            record INTEGER NOT NULL REFERENCES journal (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            entries BLOB NOT NULL,
            state INTEGER NOT NULL,
            error TEXT NOT NULL,
            PRIMARY KEY (record, position)
        ) STRICT, WITHOUT ROWID)"_s,
    };
    const Migration following{
        uR"(CREATE TABLE own_ranges (
            connection TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
            range TEXT NOT NULL,
            PRIMARY KEY (connection, range)
        ) STRICT, WITHOUT ROWID)"_s,
        u"CREATE TABLE runs (name TEXT NOT NULL PRIMARY KEY, finished_at INTEGER NOT NULL) STRICT, WITHOUT ROWID"_s,
    };
    const Migration authorities{u"ALTER TABLE connections ADD COLUMN ca_file TEXT NOT NULL DEFAULT ''"_s};
    const Migration audience{u"ALTER TABLE connections ADD COLUMN audience TEXT NOT NULL DEFAULT ''"_s};
    // Of which entry a change is; rows of older programs do not say it, and are replaced by the first draft that is
    // stored as a whole.
    const Migration draftKeys{u"ALTER TABLE draft_changes ADD COLUMN entry TEXT NOT NULL DEFAULT ''"_s,
                              u"CREATE INDEX draft_changes_by_entry ON draft_changes (connection, entry)"_s};
    return {lists, overlay, groups, history, journal, following, authorities, audience, draftKeys};
}

} // namespace gatehouse
