# SPDX-License-Identifier: Apache-2.0
gatehouse_test(tst_range_edit LINKS Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_expiry_picker LINKS Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_entry_filter LINKS Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_entry_format LINKS Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_entry_table_model LINKS Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_entry_table_view LINKS Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_delegates LINKS Gatehouse::desktop Gatehouse::test_support)
gatehouse_test(tst_range_check LINKS Gatehouse::desktop Gatehouse::test_support)
