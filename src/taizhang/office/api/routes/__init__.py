"""Routes (接口路径): one module for each subject."""
