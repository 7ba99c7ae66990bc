// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace gatehouse {

/// Keeps texts from elsewhere from being read as markup, in every window and whoever shows them. Qt guesses: what looks
/// like HTML is HTML, loads files and has links. With this,
///
/// - a label or message box whose format nobody has set shows plain text. Markup of ours says Qt::RichText, and
///   escapes what it holds;
/// - the tooltip of a widget is plain text. Those of models and actions are theirs to make (plainTip()).
///
/// It filters the events of the application for as long as it lives, and has to be made before the first widget.
class PlainTextGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlainTextGuard)

public:
    explicit PlainTextGuard(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace gatehouse
