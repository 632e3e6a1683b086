"""Sheets (工作簿): xlsx and xls, each cell as the sheet shows it."""
