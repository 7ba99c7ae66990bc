// SPDX-License-Identifier: Apache-2.0
#include "sync/HistoryRecorder.h"

namespace gatehouse {

HistoryRecorder::HistoryRecorder(const QUuid &connection, Store &store, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_store(store)
{}

void HistoryRecorder::noteRead(std::shared_ptr<const Allowlist> list, const QDateTime &at, std::vector<Change> own)
{
    keep({std::move(list), at, std::nullopt, std::move(own)});
}

void HistoryRecorder::noteMade(std::shared_ptr<const Allowlist> list, const QDateTime &at, HistoryCause cause)
{
    keep({std::move(list), at, cause, {}});
}

void HistoryRecorder::keep(const SeenState &seen)
{
    whenDone(m_store.keepState(m_connection, seen), this, [this](const Result<KeptState> &kept) {
        if (!kept) {
            if (kept.error().kind != ErrorKind::InvalidInput) // the connection was removed meanwhile
                Q_EMIT failed(kept.error());
        } else if (kept->version) {
            Q_EMIT recorded(*kept->version);
            if (kept->version->cause == HistoryCause::Elsewhere)
                Q_EMIT drifted(*kept->version, kept->changes);
        }
    });
}

} // namespace gatehouse
