"""Views of assignments (责任分解的页面)."""
