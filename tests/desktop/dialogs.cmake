# SPDX-License-Identifier: Apache-2.0
gatehouse_test(tst_secret_clipboard)
gatehouse_test(tst_log_table_model)
gatehouse_test(tst_connection_dialog)
gatehouse_test(tst_service_window)
gatehouse_test(tst_several_lists)
gatehouse_test(tst_review_dialog)
gatehouse_test(tst_mnemonics)
gatehouse_test(tst_about_dialog)
