// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"

namespace gatehouse::cli {

/// Remembers a list. The secret is read from standard input into the keychain, never from the command line.
class ConnectCommand final : public Command
{
public:
    explicit ConnectCommand(Arguments &parent);
    [[nodiscard]] Future<void> run(Context &context) override;

private:
    [[nodiscard]] Result<ConnectionRecord> record(const Context &context) const;

    std::string m_name;
    std::string m_service;
    std::string m_url;
    std::string m_caFile;
    std::vector<std::string> m_scope;
    bool m_expiryInLabel = false;
    bool m_tokenFromInput = false;
};

} // namespace gatehouse::cli
