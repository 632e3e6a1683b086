"""Views of findings (核校的页面): what one looks at, and what one does."""
