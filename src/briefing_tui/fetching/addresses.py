"""Which machines may be asked: the public ones, and others only when a person allows it.

A name is looked up once, and the connection is made to exactly the address that was vetted, so that a name that answers
differently the second time (DNS rebinding) leads nowhere.
"""

from __future__ import annotations

import socket
import threading
import time
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final, NamedTuple

from briefing_tui.fetching.errors import FetchError

_MOST_ADDRESSES: Final = 8
_CARRIES_IPV4: Final = ((ip_network("64:ff9b::/96"), 0), (ip_network("2002::/16"), 80), (ip_network("::/96"), 0))
"""IPv6 networks whose addresses stand for IPv4 ones (RFC 6052, RFC 3056, RFC 4291), and the bits behind the embedded address."""
_NOT_PUBLIC: Final = tuple(
    map(
        ip_network,
        (
            *("100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4"),
            *("64:ff9b:1::/48", "2001::/23", "3fff::/20", "5f00::/16", "fec0::/10"),
        ),
    )
)
"""Reserved for other uses than the public Internet (IANA special-purpose address registries), as far as `ipaddress` may not know them."""


class Vetted(NamedTuple):
    """An address that may be connected to."""

    family: int
    address: str
    port: int


def vetted_addresses(host: str, port: int, *, deadline: float, allow_private: bool, name: str) -> list[Vetted]:
    """The addresses of `host` that may be asked, looked up before `deadline` (of `time.monotonic`). `name` is for messages.

    Raises:
        FetchError: when there are none.
    """
    found = _look_up(host, port, deadline, name)
    allowed = [each for each in found if allow_private or is_public(each.address)]
    if not allowed:
        where = "" if host.strip("[]") == found[0].address else f"{host} is {found[0].address}, "
        raise FetchError(f"{name}: {where}an address of this machine or its own network; --allow-private would allow it")
    return allowed[:_MOST_ADDRESSES]


def is_public(address: str) -> bool:
    """Whether an address belongs to the public Internet: not to this machine, its network, a provider's inside, nor a group."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address):
        if parsed.ipv4_mapped is not None:
            return is_public(str(parsed.ipv4_mapped))
        for network, bits in _CARRIES_IPV4:
            if parsed in network:
                return is_public(str(IPv4Address(int(parsed) >> bits & 0xFFFFFFFF)))
    return (
        parsed.is_global
        and not (parsed.is_multicast or parsed.is_reserved or parsed.is_loopback or parsed.is_link_local or parsed.is_unspecified)
        and not any(parsed in network for network in _NOT_PUBLIC if network.version == parsed.version)
    )


def _look_up(host: str, port: int, deadline: float, name: str) -> list[Vetted]:
    """Ask the system for the host's addresses, no longer than until `deadline`: the system's own limit may be minutes."""
    answer: list[list[Vetted] | OSError | UnicodeError] = []

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
            answer.append([Vetted(int(family), str(address[0]), port) for family, _, _, _, address in found])
        except (OSError, UnicodeError) as error:
            answer.append(error)

    asking = threading.Thread(target=ask, daemon=True, name="looking up a host")
    asking.start()
    asking.join(max(0.0, deadline - time.monotonic()))
    if not answer:
        raise FetchError(f"{name}: looking up {host} took too long")
    if isinstance(answer[0], Exception) or not answer[0]:
        raise FetchError(f"{name}: there is no machine called {host}, or no network")
    return answer[0]
