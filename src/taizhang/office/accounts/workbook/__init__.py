"""Workbooks (Excel 导入): many people at once, after a look at what would become of each row."""
