// SPDX-License-Identifier: Apache-2.0
// The least a Qt program with a window can be: what compare_start.py measures Gatehouse beside.
#include <QApplication>
#include <QMainWindow>

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QMainWindow window;
    constexpr QSize size(1024, 640);
    window.resize(size);
    window.show();
    return QApplication::exec();
}
