// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desktop/widgets/RangeCheck.h"
#include "services/ServiceDefinition.h"

#include <QDialog>

#include <memory>

class QListWidget;
class QLineEdit;

namespace Ui {
class NewScopeDialog;
}

namespace gatehouse {

class SecretClipboard;
class WorkArea;

/// Something new at a service that has a list of its own, an API key say: what is asked for it, the entries its list
/// begins with, and then its secret, shown this once.
class NewScopeDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewScopeDialog)

public:
    /// `definition` must have a newScope. `clipboard` must outlive this.
    NewScopeDialog(const ServiceDefinition &definition, SecretClipboard &clipboard, const RangeJudge &judge,
                   QWidget *parent = nullptr);
    ~NewScopeDialog() override;

    [[nodiscard]] WorkArea *work() const;
    /// As entered.
    [[nodiscard]] NewScope wanted() const;
    void showMade(const MadeScope &made);

    /// While it is being made, only stops that: whoever closed the dialog now would never see the secret.
    void reject() override;

Q_SIGNALS:
    void makeRequested(const gatehouse::NewScope &wanted);

private:
    void addField(const NewScopeField &field);
    [[nodiscard]] QListWidget *makeChoices(const NewScopeField &field);
    [[nodiscard]] QLineEdit *makeLine(const NewScopeField &field);
    [[nodiscard]] QStringList valuesOf(const NewScopeField &field) const;
    void make();
    void copy();

    std::unique_ptr<Ui::NewScopeDialog> m_ui;
    NewScopeDescription m_description;
    SecretClipboard &m_clipboard;
};

} // namespace gatehouse
