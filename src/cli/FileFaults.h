// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

namespace gatehouse::cli {

/// What is wrong with a file, all of it, so that nobody has to find its faults one call at a time.
class FileFaults final
{
public:
    explicit FileFaults(QString file)
        : m_file(std::move(file))
    {}

    /// `place` as compilers say it: feed.csv:3:7. The first hundred are kept, the rest is counted.
    void add(const QString &place, const QString &reason);
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    /// InvalidInput: the one fault in its message, or how many there are, with each in a field of its own.
    [[nodiscard]] Error error() const;

private:
    const QString m_file;
    QList<FieldError> m_kept;
    int m_count = 0;
};

} // namespace gatehouse::cli
