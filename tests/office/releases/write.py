"""Write a release down (存一版数据库): what people did with it, and every row that they left.

usage: python -m tests.office.releases.write 0.2.0

Run once when a release is made, with its code; the file is committed and never written anew. From then on
``tests/office/test_migrations.py`` brings what it holds forward to the newest code.
"""

import os
import sys
import tempfile

import django


def main(name: str) -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {
            "TAIZHANG_HOME": home,
            "TAIZHANG_DATABASE": "",
            "DJANGO_SETTINGS_MODULE": "taizhang.office.config.settings",
        }
        django.setup()
        from django.core.management import call_command
        from tests.office.releases import deeds, stored

        call_command("migrate", verbosity=0)
        deeds.live()
        sys.stdout.write(f"{stored.write(name)}\n")


if __name__ == "__main__":
    main(sys.argv[1])
