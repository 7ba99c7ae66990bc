// SPDX-License-Identifier: Apache-2.0
#include "DesktopFixture.h"
#include "allowlist/Text.h"
#include "desktop/dialogs/ReviewDialog.h"
#include "support/Entries.h"
#include "support/TestProgram.h"

#include <QCheckBox>
#include <QPointer>
#include <QPushButton>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

/// What goes out is what was reviewed; what opens a list takes its name, and shows as long as it lasts.
class TestReviewedIsSent final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TempHome> m_home;
    std::unique_ptr<DesktopFixture> m_app;

    void add(const QString &range)
    {
        QTest::keyClicks(m_app->on<QLineEdit>("rangeEdit"), range);
        QTest::keyClick(m_app->on<QLineEdit>("rangeEdit"), Qt::Key_Return);
    }
    void collect(bool collects)
    {
        auto *box = m_app->on<QCheckBox>("atOnceBox");
        if (box->isChecked() == collects)
            QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
        QTRY_COMPARE(m_app->composition().book().records().front().collectChanges, collects);
    }
    void remove(int row)
    {
        m_app->clickCell(row, EntryColumn::Range);
        m_app->actions().removeEntry->trigger();
    }
    [[nodiscard]] QString listName() { return m_app->composition().book().records().front().name; }
    /// The review that is asked about now.
    [[nodiscard]] ReviewDialog *review()
    {
        ReviewDialog *found = nullptr;
        const bool isThere = waitUntil([this, &found] {
            for (auto *dialog : m_app->window().findChildren<ReviewDialog *>()) {
                if (dialog->isVisible())
                    found = dialog;
            }
            return found != nullptr;
        });
        return isThere ? found : nullptr;
    }
    [[nodiscard]] static QPushButton *button(const QDialog &dialog, const char *name)
    {
        return dialog.findChild<QPushButton *>(QLatin1String(name));
    }
    [[nodiscard]] QStringList atService()
    {
        QStringList ranges;
        for (const Entry &entry : m_app->atService())
            ranges += toShortQString(entry.content);
        ranges.sort();
        return ranges;
    }

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

    void undoTakesBackWhatWasAdded()
    {
        collect(true);
        add(u"198.51.100.9"_s);
        QTRY_COMPARE(m_app->model()->rowCount(), 1);
        auto *field = m_app->on<QLineEdit>("rangeEdit");
        QVERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_app->model()->rowCount(), 0);
        QCOMPARE(field->text(), QString());
        QTest::keyClicks(field, u"19"_s);
        QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier); // what is typed goes first
        QCOMPARE(field->text(), QString());
    }

    void whatChangedBehindAReviewIsReviewedAgain()
    {
        const QStringList both{u"10.0.0.0/8"_s, u"127.0.0.0/8"_s};
        add(u"127.0.0.0/8"_s); // has this computer's address
        QTRY_COMPARE(atService(), QStringList{u"127.0.0.0/8"_s});
        add(u"10.0.0.0/8"_s);
        QTRY_COMPARE(atService(), both);
        collect(true);
        QTRY_VERIFY(m_app->isIdle());
        remove(0);
        QTRY_VERIFY(m_app->actions().apply->isEnabled());
        m_app->actions().apply->trigger();
        const QPointer<ReviewDialog> asked = review();
        QVERIFY(asked);

        remove(1); // as by a shortcut of the window, which has the keyboard once it is clicked
        QVERIFY(m_app->model()->rowAt(1).pending == Change::Kind::Removed);
        asked->findChild<QLineEdit *>(u"confirmationEdit"_s)->setText(listName());
        button(*asked, "applyButton")->click();
        QTRY_VERIFY(!asked);
        ReviewDialog *again = review();
        QVERIFY(again);
        QVERIFY(again->findChild<QLabel *>(u"summary"_s)->text().contains(u'2'));
        QCOMPARE(atService(), both);
        again->reject();
    }

    void openingTakesTheNameAndShows()
    {
        collect(true);
        add(u"*"_s);
        m_app->actions().apply->trigger();
        ReviewDialog *asked = review();
        QVERIFY(asked);
        QVERIFY(!button(*asked, "applyButton")->isEnabled());
        auto *openness = m_app->on<QLabel>("opennessLabel");
        asked->findChild<QLineEdit *>(u"confirmationEdit"_s)->setText(listName());
        button(*asked, "applyButton")->click();
        QTRY_COMPARE(atService(), QStringList{u"*"_s});
        QTRY_VERIFY(openness->isVisible());
        QCOMPARE(openness->text(), u"Open to everyone"_s);
    }

    void theFirstEntryIsHelped()
    {
        collect(true);
        add(u"203.0.113.0/24"_s);
        m_app->actions().apply->trigger();
        ReviewDialog *asked = review();
        QVERIFY(asked);
        QVERIFY(asked->findChild<QLabel *>(u"title"_s)->text().contains(u"add yours"_s));
        button(*asked, "remedyButton")->click();
        QTRY_VERIFY(review() && review() != asked);
        ReviewDialog *again = review();
        QVERIFY(button(*again, "applyButton")->isEnabled()); // no name is asked for
        button(*again, "applyButton")->click();
        QTRY_COMPARE(atService(), (QStringList{u"127.0.0.1"_s, u"203.0.113.0/24"_s}));
        for (const Entry &entry : m_app->atService())
            QVERIFY(!entry.content.expiresAt); // an end would lock this computer out
    }
};

GATEHOUSE_TEST(TestReviewedIsSent, QApplication)
#include "tst_reviewed_is_sent.moc"
