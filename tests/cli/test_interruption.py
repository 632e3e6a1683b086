"""Interruption (中断): ^C at any moment of a command is 130, and never a traceback."""

import signal
import subprocess
import sys
import time

import pytest

# Says when it begins, so that Python's own start, where ^C is not ours to answer, is over.
COMMAND = "import sys, taizhang.cli; print('begun', flush=True); taizhang.cli.main()"


@pytest.mark.skipif(sys.platform == "win32", reason="^C is sent as a signal")
@pytest.mark.parametrize("arguments", [["--help"], ["explain", "C05"], ["read", "计划.txt"]])
def test_control_c_while_modules_are_fetched_is_130_without_a_traceback(tmp_path, arguments):
    (tmp_path / "计划.txt").write_text("地区生产总值完成512.6亿元。\n" * 3_000, "utf-8")
    for moment in range(20):
        with subprocess.Popen(
            [sys.executable, "-c", COMMAND, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        ) as process:
            process.stdout.readline()
            time.sleep(moment * 0.008)
            process.send_signal(signal.SIGINT)
            said = process.communicate()[1].decode()
        # Or it was done by then; at its very end Python hands ^C back to the system, which shells show as 130.
        assert process.returncode in {130, 0, -signal.SIGINT}
        assert said.strip() in {"已中断。", ""}
