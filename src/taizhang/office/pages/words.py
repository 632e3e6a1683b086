"""Words (用语): what data files say in both languages, told in that of the person."""

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Word:
    """Word (词): a Chinese and an English way to say it."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.en if (get_language() or "").startswith("en") else self.zh
