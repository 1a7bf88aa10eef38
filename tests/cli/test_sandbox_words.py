import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.cli.sandbox_words import BWRAP, sandbox_words

WHAT_CAN_BE_WRITTEN = "import os, sys; print([place for place in sys.argv[1:] if os.access(place, os.W_OK)])"


def test_in_the_sandbox_nothing_can_be_written_and_no_other_library_put_in_the_place_of_the_one(tmp_path):
    if not Path(BWRAP).exists():
        pytest.skip("no bubblewrap here")
    if subprocess.run(
        [BWRAP, "--unshare-all", "--ro-bind", "/", "/", "--", "/bin/true"], check=False, capture_output=True
    ).returncode:
        pytest.skip("bubblewrap may not make namespaces here")
    library = tmp_path / "public.sqlite"
    library.write_bytes(b"records")
    places = ["/", "/dev", str(tmp_path), str(library), sys.prefix, "/dev/null"]
    command = [*sandbox_words(library), sys.executable, "-IB", "-c", WHAT_CAN_BE_WRITTEN, *places]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout == "['/dev/null']\n"
