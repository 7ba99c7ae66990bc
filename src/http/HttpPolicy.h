// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <chrono>

namespace gatehouse {

/// How often requests may go.
struct HttpRate
{
    double requestsPerSecond = 0; ///< 0: without a limit
    int burst = 1;                ///< requests that may go at once after a pause
};

/// How patient and how careful a client is. The defaults suit an interactive program.
struct HttpPolicy
{
    std::chrono::milliseconds connectTimeout{10'000}; ///< until the connection (and TLS) stands
    std::chrono::milliseconds deadline{60'000};       ///< for one attempt as a whole, however slowly it drips
    qint64 maximumBody = 64LL * 1024 * 1024;          ///< bytes of an answer, after decompression
    int maximumConcurrent = 6;                        ///< 1 to 6: QNetworkAccessManager opens no more per host
    HttpRate rate;                                    ///< of all requests whose method has no rate of its own
    QMap<QByteArray, HttpRate> methodRates;           ///< by method, each counted by itself
    int maximumAttempts = 4;                          ///< of safe and idempotent requests, the first included
    /// Further attempts of GET and HEAD that were answered 429, and of whatever was answered "busy": who may not ask
    /// again after seconds gives the whole work up. None where maximumAttempts is 1.
    int attemptsOfThePatient = 3;
    std::chrono::milliseconds firstBackoff{400}; ///< doubled with each attempt, with jitter
    std::chrono::seconds longestWait{60};        ///< a longer Retry-After is not waited for
    /// A PEM file of the authorities that are trusted beside those of the system; empty: none.
    QString authorities;
};

} // namespace gatehouse
