"""The script of docs/audit.md really verifies a chain by hand, and says where one is broken."""

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs" / "audit.md"
LONGEST = 20
SEED = """
from taizhang.office.config.running import _wake, migrate
migrate()
from taizhang.office.audit.services import record
from taizhang.office.pages.trail import Act, Matter
for number in range(5):
    record(Act("plans.received", None, Matter("plan", str(number), '“计划”\\t"1"\\\\'), {"file": "计划.docx"}))
"""


def test_the_script_of_the_docs_verifies_by_hand(tmp_path):
    (script,) = re.findall(r"```python\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert len(script.splitlines()) <= LONGEST
    environment = os.environ | {"TAIZHANG_HOME": str(tmp_path / "home"), "TAIZHANG_AUDIT_DIGEST": "sha256"}
    subprocess.run([sys.executable, "-c", SEED], env=environment, check=True, capture_output=True)
    database = tmp_path / "home" / "taizhang.sqlite3"

    def by_hand():
        return subprocess.run([sys.executable, "-c", script, database], capture_output=True, text=True, check=False)

    assert by_hand().stdout.startswith("5 ")
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE audit_auditentry SET title = 'x' WHERE sequence = 3")
    assert by_hand().stderr == "broken at 3\n"
