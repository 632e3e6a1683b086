"""Plain text (纯文本): bytes to words, and lines to paragraphs where pages broke them."""
