"""What `doctor` looks at, a module an area. Every check only looks: nothing is made, written or sent."""

from briefing_tui.cli.checks.finding import Finding, State, guarded

__all__ = ["Finding", "State", "guarded"]
