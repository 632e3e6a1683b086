"""Workbooks (Excel 往返): the registry out to Excel, and in again after a look at what would become of it."""
