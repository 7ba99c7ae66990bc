# SPDX-License-Identifier: Apache-2.0
gatehouse_test(tst_secret_clipboard LINKS Gatehouse::desktop)
gatehouse_test(tst_log_table_model LINKS Gatehouse::desktop)
gatehouse_test(tst_connection_dialog LINKS Gatehouse::app Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_service_window LINKS Gatehouse::app Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_several_lists LINKS Gatehouse::app Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_review_dialog LINKS Gatehouse::desktop)
gatehouse_test(tst_mnemonics LINKS Gatehouse::app Gatehouse::desktop Gatehouse::test_support)
