"""Reports (输出): what was read, as text, JSON, JSON lines or a workbook."""
