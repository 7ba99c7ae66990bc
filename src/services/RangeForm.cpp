// SPDX-License-Identifier: Apache-2.0
#include "services/RangeForm.h"

#include "allowlist/Text.h"

namespace gatehouse {

QString RangeForm::write(const IpRange &range) const
{
    return single == Single::Plain ? toShortQString(range) : toQString(range);
}

tl::expected<IpRange, QString> readRange(const QString &text)
{
    if (const Parsed<IpRange> range = parseRange(text.trimmed()))
        return *range;
    else if (!range.error().suggestion.empty())
        return *IpRange::parse(range.error().suggestion);
    else
        return tl::unexpected(describe(range.error()));
}

} // namespace gatehouse
