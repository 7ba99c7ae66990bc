// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ObjectReader.h"
#include "services/RequestReader.h"

namespace gatehouse {

/// Reads the parts of a definition that say how the service is spoken to, from "secret" to "newScope".
class WireReader final
{
public:
    /// `scope` are the placeholders of `scopeFields`. `root` and `scopeFields` are borrowed.
    WireReader(ObjectReader &root, Places scope, const QList<ScopeField> &scopeFields);

    [[nodiscard]] Wire read();
    /// What the service calls its secret; stands among the wire's parts. Empty without a secret. After read().
    [[nodiscard]] const QString &secretTitle() const { return m_secretTitle; }

private:
    void readSecret();
    void readHeaders();
    [[nodiscard]] ListForm readList();
    [[nodiscard]] WriteForm readWrite();
    [[nodiscard]] std::optional<RequestForm> readReplace(ObjectReader &write);
    [[nodiscard]] std::optional<EntryWrite> readEntryWrite(ObjectReader &write, ObjectReader::Key key);
    [[nodiscard]] static SameRange readSameRange(ObjectReader &write, const WriteForm &form);
    [[nodiscard]] std::optional<ValidateForm> readValidate(ObjectReader &write);
    [[nodiscard]] RequestForm readRequest(ObjectReader &reader, const QSet<QString> &texts,
                                          const QSet<QString> &values);
    [[nodiscard]] ErrorForm readErrors();
    [[nodiscard]] std::optional<EchoForm> readEcho();
    [[nodiscard]] std::optional<VerifyForm> readVerify();
    void readLogs();
    void readNewScope();

    ObjectReader &m_root;
    Places m_scope;
    const QList<ScopeField> &m_scopeFields;
    Wire m_wire;
    QString m_secretTitle;
};

} // namespace gatehouse
