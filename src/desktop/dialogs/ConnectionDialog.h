// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/DefinitionCatalog.h"
#include "store/ConnectionRecord.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class ConnectionDialog;
}

namespace gatehouse {

class ScopeFieldEdit;
class WorkArea;

/// The settings of a connection, to be entered or changed. Shows them and tells what the user wants done with them;
/// knows no network and stores nothing, see ConnectionEditor.
class ConnectionDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionDialog)

public:
    /// Without `edited` a new one. `catalog` must outlive this.
    ConnectionDialog(const DefinitionCatalog &catalog, std::optional<ConnectionRecord> edited,
                     QWidget *parent = nullptr);
    ~ConnectionDialog() override;

    /// As entered.
    [[nodiscard]] ConnectionRecord record() const;
    [[nodiscard]] QString secret() const;
    [[nodiscard]] bool isNew() const { return !m_edited; }
    /// nullptr when there is none at all.
    [[nodiscard]] std::shared_ptr<const ServiceDefinition> service() const;

    [[nodiscard]] WorkArea *work() const;
    /// nullptr when the service chosen has no such field.
    [[nodiscard]] ScopeFieldEdit *scopeField(const QString &key) const;
    /// To begin with another service, a scope, a secret that is known already.
    void fillIn(const ConnectionRecord &record);
    void askForSecret();
    void showAdvanced();
    /// Nothing can be begun while something is under way.
    void setBusy(bool busy);

    void accept() override;

Q_SIGNALS:
    void saveRequested();
    void testRequested();
    void verifyRequested();
    void newScopeRequested();
    void choicesRequested(const QString &key);
    void choicesCancelled();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void connectWidgets();
    void showServices();
    void showService();
    void orderTabs();
    void showSummary(const ServiceDefinition &definition);
    void showCertainty(const ServiceDefinition &definition);
    void showSecret(const ServiceDefinition &definition);
    void showScope(const ServiceDefinition &definition);
    void showExpiry(const ServiceDefinition &definition);
    void showUrlHint();
    void showEdited(const ConnectionRecord &record);
    void hideWhatIsOfThisComputer();
    void updateAdvanced();
    void fitHeight();
    void chooseAuthority();
    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] bool isEmbedded() const { return m_edited && m_edited->embedded; }

    std::unique_ptr<Ui::ConnectionDialog> m_ui;
    const DefinitionCatalog &m_catalog;
    std::optional<ConnectionRecord> m_edited;
    QString m_suggestedName; ///< what we wrote into the name field, replaced with the service until the user types
};

} // namespace gatehouse
