"""Statements of small documents, read by the real corridor."""

import pytest

from taizhang.paper.blocks.assemble import assemble_blocks
from taizhang.paper.documents.opening import open_bytes
from taizhang.paper.outline.build import build_outline
from taizhang.paper.statements.extract import extract_statements

FRAME = """云溪区2023年国民经济和社会发展计划

一、2022年国民经济和社会发展计划执行情况

2022年，全区经济平稳运行。
{review}

二、2023年经济社会发展的主要任务

{plan}
"""


@pytest.fixture
def statements_of():
    """The statements of a text as it stands."""

    def read(words):
        document = open_bytes("计划.txt", words.encode("utf-8", "surrogatepass"))
        return extract_statements(build_outline(assemble_blocks(document), document.text), document.text)

    return read


@pytest.fixture
def reviewed(statements_of):
    """The statements of a sentence in the review part of a plan of 2023."""
    return lambda sentence: statements_of(FRAME.format(review=sentence, plan="做好全年工作。"))


@pytest.fixture
def planned(statements_of):
    """The statements of a sentence in the plan part."""
    return lambda sentence: statements_of(FRAME.format(review="全年目标任务顺利完成。", plan=sentence))
