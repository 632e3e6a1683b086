"""Views of organisations (单位的页面)."""
