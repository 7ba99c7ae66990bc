// SPDX-License-Identifier: Apache-2.0
#include "base/StandardStreams.h"

#include "base/Logging.h"

#include <fcntl.h>
#include <unistd.h>

namespace gatehouse {

void guardStandardStreams()
{
    // The lowest free number is given. Only for reading, so that what is printed there counts as lost.
    int opened = ::open("/dev/null", O_RDONLY);
    while (opened >= 0 && opened <= STDERR_FILENO)
        opened = ::open("/dev/null", O_RDONLY);
    if (opened >= 0)
        ::close(opened);
    logging::writePrintable();
}

} // namespace gatehouse
