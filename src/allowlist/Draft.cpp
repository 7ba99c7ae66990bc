// SPDX-License-Identifier: Apache-2.0
#include "allowlist/Draft.h"
