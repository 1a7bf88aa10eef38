"""What a hostile input did, place by place."""

from dataclasses import dataclass, field

from tests.terminal.hostile.inputs import HostileInput
from tests.terminal.hostile.running import Ended

SLACK = 3
"""A machine that has other things to do takes longer, also in processor seconds."""


@dataclass
class Outcome:
    """Everything that happened with one input, or in one place with many."""

    name: str
    places: set[str] = field(default_factory=set)
    escapes: list[str] = field(default_factory=list)
    """What reached the terminal that must not, each behind the place it was seen in."""
    crashes: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    """Files, processes and sockets that should not be."""
    faults: list[str] = field(default_factory=list)
    """What else is not as it should be: answers, limits."""
    seconds: float = 0.0
    peak_mb: float = 0.0

    @property
    def troubles(self) -> list[str]:
        """All of it, for people."""
        groups = {"sent": self.escapes, "crashed": self.crashes, "made": self.made, "wrong": self.faults}
        return [f"{word}: {one}" for word, group in groups.items() for one in group]

    def expect(self, is_so: object, what: str) -> None:
        """Note a fault unless something is so."""
        if not is_so:
            self.faults.append(what)

    def saw(self, place: str, odd: list[str]) -> None:
        """Note a place, and what was seen there."""
        self.places.add(place)
        self.escapes += [f"{place}: {one}" for one in odd]

    def note_end(
        self, place: str, ended: Ended, *, may_write: tuple[object, ...] = (), may_fork: bool = False, is_json: bool = False
    ) -> None:
        """Note how a run ended: crash, time, memory, and what it made."""
        from tests.terminal.hostile.bytes_sent import harmful

        self.saw(place, harmful(ended.sent, copying=True, is_json=is_json))
        if ended.has_crashed:
            self.crashes.append(f"{place}: exit code {ended.code}: {ended.words[-300:]}")
        self.seconds, self.peak_mb = max(self.seconds, ended.seconds), max(self.peak_mb, ended.peak_mb)
        if ended.trace is not None:
            outside = ended.trace.written_outside(*may_write)  # type: ignore[arg-type]
            self.made += [f"{place}: wrote {path}" for path in sorted(outside)]
            self.made += [f"{place}: {call}" for call in ended.trace.sockets]
            self.made += [f"{place}: {call}" for call in ended.trace.processes if not may_fork or call.startswith("execve")]

    def hold_to(self, one: HostileInput, ended: Ended, *, first_frame: float | None = None) -> None:
        """Compare a run with what the input may cost."""
        limits = one.limits
        self.expect(ended.peak_mb <= limits.get("max_rss_mb", 1e9), f"{ended.peak_mb:.0f} MB")
        self.expect(ended.processor_seconds <= limits.get("max_seconds", 1e9) * SLACK, f"{ended.processor_seconds:.1f} s")
        if first_frame is not None:
            self.expect(first_frame <= limits.get("max_first_frame_s", 1e9), f"first frame after {first_frame:.1f} s")
