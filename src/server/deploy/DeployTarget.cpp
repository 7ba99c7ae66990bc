// SPDX-License-Identifier: Apache-2.0
#include "server/deploy/DeployTarget.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <optional>

namespace gatehouse::server {

using namespace Qt::StringLiterals;

namespace {

std::optional<DeployTarget::Form> formOf(const QString &name)
{
    if (name == "nginx"_L1)
        return DeployTarget::Form::Nginx;
    if (name == "file"_L1)
        return DeployTarget::Form::File;
    return std::nullopt;
}

tl::unexpected<Error> unusable(const QString &text)
{
    return failure(ErrorKind::InvalidInput,
                   QCoreApplication::translate("DeployTarget",
                                               "“%1” is not a place to deploy to: expected nginx:FILE or file:FILE, or "
                                               "with another list than that of the environment local "
                                               "nginx:KIND/ID:FILE, such as nginx:organization/acme:/etc/nginx/acme.")
                       .arg(text));
}

} // namespace

Result<DeployTarget> DeployTarget::parse(const QString &text)
{
    const auto form = formOf(text.section(u':', 0, 0));
    if (!form)
        return unusable(text);
    DeployTarget target;
    target.form = *form;
    QString rest = text.section(u':', 1);
    if (const auto kind = scopeKindOf(rest.section(u'/', 0, 0)); kind && rest.contains(u'/')) {
        target.scopeKind = *kind;
        target.scopeId = rest.section(u'/', 1).section(u':', 0, 0);
        rest = rest.section(u':', 1);
    }
    if (rest.isEmpty() || target.scopeId.isEmpty())
        return unusable(text);
    target.file = QDir::cleanPath(QFileInfo(rest).absoluteFilePath());
    return target;
}

QString DeployTarget::name() const
{
    return (form == Form::Nginx ? u"nginx:"_s : u"file:"_s) + file;
}

QString DeployTarget::scopeName() const
{
    return scopeKindName(scopeKind) + u'/' + scopeId;
}

} // namespace gatehouse::server
