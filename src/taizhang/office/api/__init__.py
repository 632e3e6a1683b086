"""API (接口): the same services and selectors as the pages, behind the same doors, for programs that hold a token."""
