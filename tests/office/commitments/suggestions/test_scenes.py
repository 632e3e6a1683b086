"""Sentences that tell of the year or of the general approach are suggested, but marked as hardly a task."""

import pytest

from taizhang.office.commitments.suggestions.words import words


@pytest.mark.parametrize(
    "sentence",
    [
        "今年是“十五五”开局之年，做好全年工作意义重大。",
        "2027年是规划实施的第二年。",
        "明年是全面深化改革的关键一年，要稳中求进。",
        "做好今年工作的总体要求是：稳中求进，以进促稳。",
        "今后五年是转型升级的关键时期。",
    ],
)
def test_a_scene_is_known_by_how_it_begins(sentence):
    assert any(scene.match(sentence) for scene in words().scenes)


@pytest.mark.parametrize(
    "sentence",
    [
        "全年新建改建农村公路40公里。",
        "今年建成云岭大桥，明年通车。",
        "制定高标准农田建设总体方案。",
        "2027年建成投用县人民医院新院区。",
        "落实市委总体要求，办好十件实事。",
    ],
)
def test_a_task_is_not_taken_for_a_scene(sentence):
    assert not any(scene.match(sentence) for scene in words().scenes)
