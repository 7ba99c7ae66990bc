# SPDX-License-Identifier: Apache-2.0
gatehouse_test(tst_range_edit LINKS Gatehouse::desktop Gatehouse::test_support)
