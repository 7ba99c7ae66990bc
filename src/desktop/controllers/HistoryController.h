// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/models/DifferenceModel.h"
#include "desktop/models/HistoryListModel.h"
#include "sync/ListSession.h"

#include <QObject>

namespace gatehouse {

class HistoryDialog;

/// The history of an open list: reads its versions and compares them. Goes when its dialog does.
class HistoryController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryController)

public:
    /// Goes with `session`, too. `store` and `clock` must outlive this. `window` becomes the dialog's parent.
    HistoryController(ListSession &session, Store &store, const Clock &clock, QWidget *window);

    /// With that version in view (0: the newest), compared with another one (0: the one before).
    void open(int version, int comparedWith);

Q_SIGNALS:
    /// The user wants the list to be so.
    void restoreRequested(int version, const gatehouse::Allowlist &state);

private:
    void readVersions();
    void compare();
    /// What the chosen version is to be compared with; empty: nothing.
    [[nodiscard]] std::optional<Future<Allowlist>> other(int version) const;
    void compareStatesOf(int question, const Allowlist &before, const Allowlist &after);
    void restore(int version);

    ListSession &m_session;
    Store &m_store;
    HistoryListModel m_versions;
    DifferenceModel m_differences;
    HistoryDialog *m_dialog;
    int m_questions = 0; ///< asked so far; the answer to an earlier one is of no interest any more
};

} // namespace gatehouse
