// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"
#include "services/UsageLogs.h"

#include <map>
#include <memory>

namespace gatehouse {
class RestService;
}

namespace gatehouse::cli {

/// The requests that came to what a service's lists guard, refused ones too, newest first; all pages, or so many rows
/// as were asked for.
class LogsCommand final : public Command
{
public:
    explicit LogsCommand(Arguments &parent);
    [[nodiscard]] bool worksOnLists() const override { return true; }
    [[nodiscard]] Future<void> run(Context &context) override;

private:
    struct Round;
    [[nodiscard]] Result<QMap<QString, QString>> filters(const LogsDescription &logs) const;
    void readPage(const std::shared_ptr<Round> &round) const;
    void print(const Round &round) const;

    std::string m_name;
    std::map<QString, std::string> m_filters; ///< by LogFilter::key; the parser holds references into it
    std::size_t m_most = 1000;
    bool m_csv = false;
};

} // namespace gatehouse::cli
