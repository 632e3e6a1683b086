"""What is shipped (发行内容): the source archive holds the package and its papers, nothing else of the repository."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_the_source_archive_holds_the_package_and_its_papers_and_nothing_else():
    sdist = pytest.importorskip(
        "hatchling.builders.sdist", reason="hatchling, which builds the package, is not installed"
    )
    shipped = {Path(file.distribution_path) for file in sdist.SdistBuilder(str(ROOT)).recurse_included_files()}
    outside = {path.as_posix() for path in shipped if path.parts[0] != "src"}
    assert outside <= {"README.md", "LICENSE", "pyproject.toml", ".gitignore"}
    source = {path.relative_to(ROOT) for path in (ROOT / "src").rglob("*.toml")}
    assert source
    assert source <= shipped
