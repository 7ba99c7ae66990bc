// SPDX-License-Identifier: Apache-2.0
#pragma once

class QCoreApplication;

namespace gatehouse {

/// The texts of the program and of Qt in the language of the system's locale, as far as there are any; English plural
/// forms too. Before the first text is made. The translators live as long as `application`.
void installTranslations(QCoreApplication &application);

} // namespace gatehouse
