// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Async.h"
#include "base/Clock.h"
#include "base/Output.h"
#include "cli/Arguments.h"
#include "cli/ExitStatus.h"
#include "store/EnvironmentSecretStore.h"
#include "sync/AddressFinder.h"
#include "sync/ConnectionBook.h"
#include "sync/ListSession.h"
#include "sync/ServiceConnector.h"

#include <functional>
#include <string>
#include <vector>

namespace gatehouse::cli {

/// What the commands work with; everything outlives them.
struct Context
{
    ConnectionBook &book;
    ServiceConnector &connector;
    SecretStore &secrets;
    Store &store;
    AddressFinder &addresses;
    const Clock &clock;
    Output &out; ///< results
    Output &err; ///< talk
    /// One line of standard input, without its end.
    std::function<QString()> readLine;
    bool inputIsTerminal = false;
    EnvironmentSecretStore *environmentSecrets = nullptr; ///< where the environment has secrets
    QObject *owner = nullptr;                             ///< parent of what lives as long as the call
    bool json = false;
    bool yes = false;
    /// Of a command that did what it was asked and has more to say than that it is done.
    ExitStatus status = ExitStatus::Done;
};

/// One subcommand: declares its arguments when it is made, and runs when it was chosen.
class Command
{
public:
    virtual ~Command() = default;
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;

    [[nodiscard]] bool wasChosen() const { return m_arguments.wereChosen(); }
    [[nodiscard]] virtual bool worksOnLists() const { return false; }
    /// Writes its result to context.out. The error, if any, is told by the caller.
    [[nodiscard]] virtual Future<void> run(Context &context) = 0;

protected:
    Command(Arguments &parent, const std::string &name, const std::string &description)
        : m_arguments(parent.subcommand(name, description))
    {}
    [[nodiscard]] Arguments &arguments() { return m_arguments; }

private:
    Arguments m_arguments;
};

/// A use of the program that makes no sense beyond its syntax; ends in exit status 2.
inline constexpr auto usageDetail = "usage";
Error usageError(const QString &sentence);

/// ErrorKind::NotFound in a sentence that names the connections there are.
Result<ConnectionRecord> connectionNamed(const Context &context, const std::string &name);

/// That connection and the others, each once; an error names the first that there is not.
Result<std::vector<ConnectionRecord>> connectionsNamed(const Context &context, const std::string &name,
                                                       const std::vector<std::string> &others);

/// The secrets of the environment may go to these connections from now on. A use that makes no sense when one secret
/// would go to several services. A command that does not ask has the keychain's secrets only.
Result<void> admitSecrets(const Context &context, const std::vector<ConnectionRecord> &connections);

/// The list of a connection for the length of the call: it neither sends nor loses what the window has pending.
ListSession *transientSession(const ConnectionRecord &connection, Context &context);

/// An address that somebody typed, or what is wrong with it.
Result<IpAddress> addressFrom(const std::string &text);
/// The same for a range; `any` is everyone.
Result<IpRange> rangeFrom(const std::string &text);

} // namespace gatehouse::cli
