// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/BodyBudget.h"
#include "server/http/HttpLimits.h"

#include <boost/beast/core/string_type.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/system/errc.hpp>
#include <boost/system/error_code.hpp>

#include <cstdint>
#include <memory>

namespace gatehouse::server {

/// What the body of the request that one connection reads may still cost. Asked before memory is taken for it.
class BodyIntake final
{
public:
    /// Both are borrowed.
    BodyIntake(const BodyBudget &budget, const HttpLimits &limits)
        : m_budget(budget)
        , m_limits(limits)
    {}

    /// A body follows of so many bytes; 0 when that is not declared. False: there is no memory for it.
    [[nodiscard]] bool begin(std::uint64_t declared)
    {
        m_extras = 0;
        m_share = m_budget.share();
        return m_share->grow(declared);
    }

    /// Before each chunk. `error` becomes that of a header that is too large when the extensions of all chunks are, and
    /// not_enough_memory when there is none.
    void takeChunk(std::uint64_t size, boost::beast::string_view extensions, boost::system::error_code &error)
    {
        m_extras += extensions.size();
        if (m_extras > m_limits.headerBytes)
            error = boost::beast::http::error::header_limit;
        else if (!m_share || !m_share->grow(size))
            error = boost::system::errc::make_error_code(boost::system::errc::not_enough_memory);
    }

    /// Held by whoever holds the body; null when there is none.
    [[nodiscard]] const std::shared_ptr<BodyBudget::Share> &share() const { return m_share; }
    void end() { m_share.reset(); }

private:
    const BodyBudget &m_budget;
    const HttpLimits &m_limits;
    std::shared_ptr<BodyBudget::Share> m_share;
    std::uint64_t m_extras = 0;
};

} // namespace gatehouse::server
