# SPDX-License-Identifier: Apache-2.0
gatehouse_test(tst_main_window LINKS Gatehouse::app Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_window_editing LINKS Gatehouse::app Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_background LINKS Gatehouse::app Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_theme LINKS Gatehouse::desktop)
gatehouse_test(tst_connection_list LINKS Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_shell_widgets LINKS Gatehouse::desktop)
gatehouse_test(tst_single_instance LINKS Gatehouse::app Gatehouse::test_support)
