"""Errors of paper (读文件时的问题): what can go wrong with us or the file, not with what the paper says."""


class PaperError(Exception):
    """A file cannot be read (无法读取): carries one sentence that says what to do, in Chinese and in English.

    Attributes:
        zh, en: the sentence for the person, in either language; ``str()`` gives the Chinese one.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en
