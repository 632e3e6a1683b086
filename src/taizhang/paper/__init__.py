"""Paper (读文件): what a plan document says and whether it holds together; pure functions on frozen nouns, no Django."""
