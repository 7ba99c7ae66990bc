// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

// The programs as others start them: gatehouse-cli once for each call, gatehouse-service for as long as a test needs
// it.
namespace gatehouse::test {

/// What a call of gatehouse-cli came to.
struct CliCall
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
    [[nodiscard]] QJsonArray array() const { return json().array(); }
};

/// With its data in `home`, and the secret, if any, in the environment.
inline CliCall callCli(const QString &program, const QString &home, const QStringList &arguments,
                       const QString &token = {}, const QByteArray &input = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GATEHOUSE_HOME"), home);
    if (!token.isEmpty())
        environment.insert(QStringLiteral("GATEHOUSE_TOKEN"), token);
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    // The service that it calls may live in this process.
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// gatehouse-service with data of its own.
class ServiceProgram final
{
public:
    explicit ServiceProgram(const QString &program)
        : m_program(program)
    {}

    [[nodiscard]] bool start()
    {
        m_process.start(m_program, {QStringLiteral("--data"), m_data.path()});
        if (!m_process.waitForReadyRead(30000))
            return false;
        const QJsonObject told = QJsonDocument::fromJson(m_process.readLine()).object();
        m_url = told.value(QStringLiteral("url")).toString();
        m_token = told.value(QStringLiteral("token")).toString();
        return !m_token.isEmpty();
    }

    [[nodiscard]] bool stop()
    {
        m_process.terminate();
        return m_process.waitForFinished(30000);
    }

    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] QString token() const { return m_token; }

private:
    const QString m_program;
    QTemporaryDir m_data;
    QProcess m_process;
    QString m_url;
    QString m_token;
};

} // namespace gatehouse::test
