// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"
#include "desktop/dialogs/ErrorDetailsDialog.h"
#include "support/TestProgram.h"

#include <QHelpEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QToolTip>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace {

const QString hostile = u"<h1>BIG</h1><img src=\"/etc/hostname\"><a href=\"https://evil.example\">here</a>"_s;

/// Labels with markup of ours, in which everything from elsewhere is escaped.
const QStringList withMarkup{u"confirmationText"_s, u"serviceSummary"_s, u"certaintyText"_s};

/// The labels of all windows so far that would read a text as markup, or might.
QString notPlain()
{
    QStringList names;
    for (const QWidget *widget : QApplication::allWidgets()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool wasShown = label && label->testAttribute(Qt::WA_WState_Polished);
        if (wasShown && label->textFormat() != Qt::PlainText && !withMarkup.contains(label->objectName()))
            names.append(u"%1 in %2"_s.arg(label->objectName(), label->window()->objectName()));
    }
    return names.join(u", "_s);
}

} // namespace

/// What others wrote is never read as markup, whichever window shows it.
class TestPlainText final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<DesktopFixture> m_app;

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<TempHome>();
        m_app = std::make_unique<DesktopFixture>(m_home->home());
        QVERIFY(m_app->begin());
    }
    void cleanup()
    {
        m_app.reset();
        m_home.reset();
    }

    void everyWindowShowsPlainText()
    {
        const MainActions &actions = m_app->actions();
        int opened = 0;
        for (QAction *action : m_app->window().findChildren<QAction *>()) {
            const bool opens =
                action->isEnabled() && action->text().endsWith(u'…') && action != actions.serviceDocumentation;
            if (!opens)
                continue;
            action->trigger();
            QCoreApplication::processEvents();
            for (QDialog *dialog : m_app->window().findChildren<QDialog *>()) {
                opened += dialog->isVisible() ? 1 : 0;
                QCOMPARE(notPlain(), QString());
                dialog->reject();
            }
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        QVERIFY2(opened >= 5, qPrintable(QString::number(opened)));
        QCOMPARE(notPlain(), QString());
    }

    void aMessageBoxShowsPlainText()
    {
        QMessageBox box(QMessageBox::Warning, hostile, hostile, QMessageBox::Ok, &m_app->window());
        box.setInformativeText(hostile);
        box.open();
        for (const QLabel *label : box.findChildren<QLabel *>()) {
            if (!label->text().isEmpty())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }

    void theServicesWordsAreNoMarkup()
    {
        Error error = makeError(ErrorKind::Rejected, hostile);
        error.requestId = hostile;
        auto *dialog = new ErrorDetailsDialog(error, &m_app->window());
        dialog->open();
        QCOMPARE(notPlain(), QString());
        delete dialog;
    }

    void aTooltipIsPlainText()
    {
        auto *button = m_app->on<QPushButton>("addButton");
        button->setToolTip(hostile);
        QHelpEvent ask(QEvent::ToolTip, {1, 1}, button->mapToGlobal(QPoint(1, 1)));
        QCoreApplication::sendEvent(button, &ask);
        QVERIFY2(QToolTip::text().contains(u"&lt;img"_s), qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }
};

GATEHOUSE_TEST(TestPlainText, QApplication)
#include "tst_plain_text.moc"
