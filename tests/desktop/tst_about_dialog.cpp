// SPDX-License-Identifier: Apache-2.0
#include "desktop/dialogs/AboutDialog.h"
#include "support/TestProgram.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

using namespace gatehouse;

class AboutDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noticeOfWhatIsCompiledInIsShown_data();
    void noticeOfWhatIsCompiledInIsShown();
};

void AboutDialogTest::noticeOfWhatIsCompiledInIsShown_data()
{
    QTest::addColumn<QString>("holder");
    QTest::addColumn<QString>("licence");
    QTest::newRow("Gatehouse") << QStringLiteral("The Gatehouse developers") << QStringLiteral("Apache-2.0");
    QTest::newRow("CLI11") << QStringLiteral("University of Cincinnati")
                           << QStringLiteral("Redistributions in binary form must reproduce");
    QTest::newRow("Boost") << QStringLiteral("Vinnie Falco") << QStringLiteral("Boost Software License - Version 1.0");
    QTest::newRow("tl::expected") << QStringLiteral("Simon Brand") << QStringLiteral("CC0-1.0");
    QTest::newRow("Qt, as a library") << QStringLiteral("The Qt Company")
                                      << QStringLiteral("GNU Lesser General Public License");
}

void AboutDialogTest::noticeOfWhatIsCompiledInIsShown()
{
    QFETCH(const QString, holder);
    QFETCH(const QString, licence);
    const AboutDialog dialog;
    const auto *notices = dialog.findChild<QPlainTextEdit *>(QStringLiteral("notices"));
    QVERIFY(notices != nullptr && notices->isReadOnly());
    // Lines are broken anywhere.
    const QString text = notices->toPlainText().simplified();
    QVERIFY2(text.contains(holder), qPrintable(holder));
    QVERIFY2(text.contains(licence), qPrintable(licence));
    QVERIFY(dialog.findChild<QLabel *>(QStringLiteral("licence"))->text().contains(QStringLiteral("Copyright")));
}

GATEHOUSE_TEST(AboutDialogTest, QApplication)
#include "tst_about_dialog.moc"
