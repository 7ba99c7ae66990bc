# SPDX-License-Identifier: Apache-2.0
gatehouse_test(tst_main_window LINKS Gatehouse::app Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_theme LINKS Gatehouse::desktop)
