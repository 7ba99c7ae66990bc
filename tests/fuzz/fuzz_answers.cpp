// SPDX-License-Identifier: Apache-2.0
#include "fuzz/Promise.h"
#include "http/HttpMessage.h"
#include "services/DefinitionCatalog.h"
#include "services/EntryCodec.h"
#include "services/ErrorReader.h"
#include "services/LogsReader.h"
#include "services/MadeScopeReader.h"
#include "services/Page.h"
#include "services/ValidationReader.h"
#include "services/Wire.h"

#include <array>

namespace {

using namespace gatehouse;
using namespace Qt::StringLiterals;

const QString secret = u"secret-of-the-connection"_s;
const QDateTime now(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);

void readEntries(const ServiceDefinition &definition, const QJsonValue &answer)
{
    const Wire &wire = *definition.wire;
    const auto page =
        readPage<Entry>(answer, wire.list, [&wire](const QJsonValue &value) { return readEntry(value, wire.entry); });
    if (!page) {
        fuzz::demand(!page.error().isEmpty(), "a refusal without words");
        return;
    }
    for (const Entry &entry : page->items) {
        const QJsonObject written = writeEntry(entry, wire.entry, EntryUse::InOwnRight, true, now);
        const auto again = readEntry(written, wire.entry);
        fuzz::demand(again && again->content.range == entry.content.range, "an entry is not written as it was read");
    }
}

void readChoices(const ServiceDefinition &definition, const QJsonValue &answer)
{
    for (const ChoicesForm &form : definition.wire->choices)
        (void)readPage<QJsonValue>(
            answer, form.list, [](const QJsonValue &value) -> tl::expected<QJsonValue, ItemFault> { return value; });
}

void readOthers(const ServiceDefinition &definition, const ErrorReader &answers, const HttpResponse &response,
                const QJsonValue &answer)
{
    const Wire &wire = *definition.wire;
    if (wire.logs)
        (void)readLogs(answer, *wire.logs, 1);
    if (wire.newScope)
        (void)readMadeScope(answers, response, *wire.newScope, now);
    if (wire.write.validate)
        (void)readValidation(answer, *wire.write.validate, wire.entry.rangeField, {u"203.0.113.5/32"_s, u"::1/128"_s});
}

} // namespace

/// An answer of a service, whatever it holds, is read or refused by every reader of every built-in definition. The
/// first byte chooses the definition, the second the status; the rest is the body.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const DefinitionCatalog catalog = DefinitionCatalog::load({});
    static constexpr std::array statuses{200, 201, 204, 400, 403, 404, 409, 422, 429, 500, 503};
    if (size < 2)
        return 0;
    const ServiceDefinition &definition = *catalog.definitions()[data[0] % catalog.definitions().size()];
    HttpResponse response;
    response.status = statuses[data[1] % statuses.size()];
    response.body = QByteArray(reinterpret_cast<const char *>(data) + 2, qsizetype(size) - 2);

    const ErrorReader answers(definition.wire->errors, {secret});
    const auto answer = answers.read(response, now);
    if (!answer) {
        const Error &error = answer.error();
        fuzz::demand(!error.message.contains(secret) && !error.detail.contains(secret), "a secret stands in an error");
        return 0;
    }
    readEntries(definition, *answer);
    readChoices(definition, *answer);
    readOthers(definition, answers, response, *answer);
    return 0;
}
