// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/RequestBuilder.h"

#include <QDateTime>

#include <vector>

namespace gatehouse {

/// One request of an operation.
struct SendStep
{
    HttpRequest request;
    /// For each entry in the request, in its order, the entry's index in the operation.
    std::vector<int> positions;
    /// Their ranges as written.
    QStringList ranges;
    /// A 404 or 410 is what was wanted: the entry is gone. Whether it was the list that is unknown shows when it is
    /// read back.
    bool absenceIsDone = false;
    /// What to do instead when the service does not know the request for several entries.
    std::vector<SendStep> singly;

    /// Makes indexes of entries in the request those in the operation.
    void translateIndexes(Error &error) const;
};

/// The requests that carry an operation out, one after the other. ErrorKind::InvalidInput when the definition has none
/// for it, or an entry lacks the id it would be named by.
Result<std::vector<SendStep>> stepsFor(const Operation &operation, const Wire &wire, const RequestBuilder &requests,
                                       const QDateTime &now);

/// The request that asks whether the service would take these entries.
Result<SendStep> validationOf(const std::vector<Entry> &entries, const Wire &wire, const RequestBuilder &requests,
                              const QDateTime &now);

/// The request that makes a scope with its list. ErrorKind::InvalidInput when a required field is missing. What
/// the service cannot hold of the entries is left out.
Result<SendStep> makingOf(const NewScope &wanted, const ServiceDefinition &definition, const RequestBuilder &requests,
                          const QDateTime &now);

} // namespace gatehouse
