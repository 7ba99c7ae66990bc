// SPDX-License-Identifier: Apache-2.0
#include "app/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace gatehouse {

namespace {

void install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void installTranslations(QCoreApplication &application)
{
    const QString ours = QStringLiteral("gatehouse");
    const QString folder = QStringLiteral(":/i18n");
    const QLocale locale;
    if (locale.language() != QLocale::English) // plural forms for what the locale's own file does not have
        install(application, QLocale(QLocale::English), ours, folder);
    install(application, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, locale, ours, folder);
}

} // namespace gatehouse
