// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ObjectReader.h"
#include "services/RequestReader.h"

namespace gatehouse {

/// Reads the parts "secret", "headers", "list", "entry", "write", "errors" and "echo" of a definition.
class WireReader final
{
public:
    /// `scope` are the placeholders of the scope fields. `root` is borrowed.
    WireReader(ObjectReader &root, Places scope);

    [[nodiscard]] Wire read();
    /// What the service calls its secret; stands among the wire's parts. Empty without a secret. After read().
    [[nodiscard]] const QString &secretTitle() const { return m_secretTitle; }

private:
    void readSecret();
    [[nodiscard]] ListForm readList();
    [[nodiscard]] Paging readPaging(ObjectReader &list);
    [[nodiscard]] WriteForm readWrite();
    [[nodiscard]] std::optional<RequestForm> readReplace(ObjectReader &write);
    [[nodiscard]] std::optional<EntryWrite> readEntryWrite(ObjectReader &write, ObjectReader::Key key);
    [[nodiscard]] std::optional<ValidateForm> readValidate(ObjectReader &write);
    [[nodiscard]] RequestForm readRequest(ObjectReader &reader, const QSet<QString> &texts,
                                          const QSet<QString> &values);
    [[nodiscard]] ErrorForm readErrors();
    [[nodiscard]] std::optional<EchoForm> readEcho();

    ObjectReader &m_root;
    Places m_scope;
    Wire m_wire;
    QString m_secretTitle;
};

} // namespace gatehouse
