# SPDX-License-Identifier: Apache-2.0
gatehouse_test(tst_range_edit)
gatehouse_test(tst_expiry_picker)
gatehouse_test(tst_entry_filter)
gatehouse_test(tst_entry_format)
gatehouse_test(tst_entry_table_model)
gatehouse_test(tst_entry_table_view)
gatehouse_test(tst_delegates)
gatehouse_test(tst_range_check)
