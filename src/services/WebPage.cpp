// SPDX-License-Identifier: Apache-2.0
#include "services/WebPage.h"

#include "http/HttpMessage.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype mostLooked = 64LL * 1024; // the title stands near the beginning

bool isWebPage(const HttpResponse &response, const QString &text)
{
    const QByteArray type = response.header("Content-Type").toLower();
    if (type.contains("text/html") || type.contains("application/xhtml"))
        return true;
    const QString begin = text.trimmed().left(1024).toLower();
    return begin.startsWith("<!doctype html"_L1) || begin.startsWith("<html"_L1) || begin.startsWith("<head"_L1) ||
           (begin.startsWith(u'<') && begin.contains("<html"_L1));
}

/// Of the references of HTML only those that titles have.
QString withoutReferences(QString text)
{
    static const QRegularExpression number(u"&#(x?)([0-9a-fA-F]{1,6});"_s);
    for (auto found = number.match(text); found.hasMatch(); found = number.match(text, found.capturedStart() + 1)) {
        const uint code = found.captured(2).toUInt(nullptr, found.captured(1).isEmpty() ? 10 : 16);
        const bool isCharacter = code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
        text.replace(found.capturedStart(), found.capturedLength(),
                     isCharacter ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1) : u" "_s);
    }
    static const std::pair<QLatin1String, QString> named[] = {
        {"&lt;"_L1, u"<"_s},    {"&gt;"_L1, u">"_s},     {"&quot;"_L1, u"\""_s}, {"&apos;"_L1, u"'"_s},
        {"&nbsp;"_L1, u" "_s},  {"&ndash;"_L1, u"–"_s},  {"&mdash;"_L1, u"—"_s}, {"&raquo;"_L1, u"»"_s},
        {"&laquo;"_L1, u"«"_s}, {"&hellip;"_L1, u"…"_s}, {"&amp;"_L1, u"&"_s}};
    for (const auto &[reference, character] : named)
        text.replace(reference, character);
    return text;
}

QString titleIn(const QString &text)
{
    constexpr qsizetype longest = 80;
    static const QRegularExpression form(u"<title[^>]*>(.*?)</title"_s,
                                         QRegularExpression::CaseInsensitiveOption |
                                             QRegularExpression::DotMatchesEverythingOption);
    QString title = withoutReferences(form.match(text).captured(1)).simplified();
    title.removeIf([](QChar character) { return !character.isPrint() && !character.isSurrogate(); });
    return title.size() > longest ? title.first(longest) + u'…' : title;
}

} // namespace

std::optional<QString> webPageIn(const HttpResponse &response)
{
    const QString text = QString::fromUtf8(response.body.first(std::min(response.body.size(), mostLooked)));
    if (!isWebPage(response, text))
        return std::nullopt;
    const QString title = titleIn(text);
    if (title.isEmpty())
        return QCoreApplication::translate(
            "Answer",
            "A web page came instead of the answer. Does this network ask for a login, or is the base URL that "
            "of a web site?");
    return QCoreApplication::translate("Answer", "A web page came (“%1”) instead of the answer. Does this network ask "
                                                 "for a login, or is the base URL that of a web site?")
        .arg(title);
}

} // namespace gatehouse
