// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "allowlist/Entry.h"
#include "base/Result.h"
#include "desktop/Workbench.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace gatehouse {

class MainWindow;

/// One step of the tour: what the hands do, what must then be seen in the window, and what the service must then hold.
struct TourStep
{
    QString name;     ///< of the picture: "add-current"
    QString sentence; ///< for the printed line
    std::function<void()> act;
    std::function<bool()> shown;                          ///< asked again and again until it is true
    std::function<bool(const std::vector<Entry> &)> held; ///< empty: the service is not asked
};

/// Drives the real window through the main job, prints a line and saves a picture per step, and tells whether the
/// effect of every step was read back from the service.
class Tour final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tour)

public:
    /// `window` and what the bench refers to must outlive this. `folder` is made; pictures of an earlier tour are
    /// replaced.
    Tour(MainWindow &window, const Workbench &bench, QString folder, QObject *parent = nullptr);

    void begin(std::vector<TourStep> steps);

Q_SIGNALS:
    void finished(bool everythingHeld);

private:
    void beginStep();
    void look();
    void readBack();
    void judge(const Result<std::vector<Entry>> &entries);
    void endStep();
    void fail(const QString &reason);
    [[nodiscard]] const TourStep &step() const { return m_steps[m_at]; }
    void save(const QString &suffix);

    MainWindow &m_window;
    Workbench m_bench;
    QString m_folder;
    std::vector<TourStep> m_steps;
    std::size_t m_at = 0;
    int m_activations = 0; ///< tries to get an active window for the step
    QTimer m_looking;
    QElapsedTimer m_sinceAct;
};

} // namespace gatehouse
