// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/RestService.h"
#include "services/Wire.h"

namespace gatehouse {

/// Makes the HTTP requests to one endpoint. What cannot be sent (no secret, a scope field that is missing or would
/// change the path, a body larger than the service takes) is an error here, before the network.
class RequestBuilder final
{
public:
    /// `wire` is borrowed.
    RequestBuilder(const Wire &wire, const Endpoint &endpoint, QString secret);

    /// `values` are added to the scope's. `query` is appended as it is.
    [[nodiscard]] Result<HttpRequest> build(const RequestForm &form, const TemplateValues &values = {},
                                            const QList<std::pair<QString, QString>> &query = {},
                                            bool force = false) const;

    /// To be masked in whatever is shown: the secret, also as it stands in a URL or in JSON.
    [[nodiscard]] const QStringList &secrets() const { return m_secrets; }

private:
    [[nodiscard]] Result<QUrl> url(const RequestForm &form, const TemplateValues &values,
                                   const QList<std::pair<QString, QString>> &query, bool force) const;
    [[nodiscard]] Result<QString> path(const TextTemplate &form, const TemplateValues &values) const;
    [[nodiscard]] Result<HttpHeaders> headers(bool withBody) const;
    [[nodiscard]] Result<void> checkSize(const QByteArray &body) const;

    const Wire &m_wire;
    QUrl m_baseUrl;
    QString m_secret;
    QStringList m_secrets;
    TemplateValues m_scope; ///< the fields that say something, if only by their fallback
};

} // namespace gatehouse
