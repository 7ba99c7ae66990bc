// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "server/data/Scopes.h"

#include <QString>

namespace gatehouse::server {

/// A file that is kept equal to a list, for a program that enforces it.
struct DeployTarget
{
    enum class Form {
        Nginx, ///< `allow …;` lines and `deny all;`, to be included in a server or location block
        File,  ///< one range a line
    };

    Form form = Form::Nginx;
    ScopeKind scopeKind = ScopeKind::Environment;
    QString scopeId = QStringLiteral("local");
    QString file; ///< absolute

    /// FORM:FILE follows the environment `local`, FORM:SCOPEKIND/ID:FILE another scope; FORM is nginx or file.
    /// ErrorKind::InvalidInput with a sentence.
    [[nodiscard]] static Result<DeployTarget> parse(const QString &text);
    /// FORM:FILE, which tells it from the other targets of a computer.
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString scopeName() const; ///< SCOPEKIND/ID

    bool operator==(const DeployTarget &) const = default;
};

} // namespace gatehouse::server
