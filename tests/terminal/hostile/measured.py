"""Run a command, then write into a file how it ended: exit code, seconds, processor seconds, peak of its memory.

    python -IS measured.py REPORT COMMAND…

A process of its own in between, so that the memory of whoever asks does not count. Standard library only.
"""

import json
import os
import resource
import sys
import time


def main() -> int:
    """Run and report; the exit code is that of the command, 128 and the signal when one ended it."""
    report, *command = sys.argv[1:]
    begun = time.monotonic()
    child = os.posix_spawn(command[0], command, os.environ)
    _, status = os.waitpid(child, 0)
    seconds = time.monotonic() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = os.waitstatus_to_exitcode(status)
    code = code if code >= 0 else 128 - code
    with open(report, "w", encoding="utf-8") as file:  # noqa: PTH123 - a start without pathlib is a fast one
        figures = {"seconds": seconds, "processor_seconds": used.ru_utime + used.ru_stime, "peak_mb": used.ru_maxrss / 1024}
        json.dump({"code": code, **figures}, file)
    return code


if __name__ == "__main__":
    sys.exit(main())
