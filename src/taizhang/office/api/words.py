"""Words (用语): sentences of the API's description and answers, translated whenever they are sent."""

from typing import cast

from django.utils.translation import gettext_lazy


def words(message: str) -> str:
    """The sentence in the language of whoever asks; typed as the text it becomes, which is all that ninja takes."""
    return cast("str", gettext_lazy(message))
