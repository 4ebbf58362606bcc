"""Which addresses of the network are never asked: a rule list of our own, since those of libraries have gaps."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

# IANA's registries of special-purpose addresses (RFC 6890 and its successors), and what must never be a host.
_NEVER_4 = tuple(
    map(
        ip_network,
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
        "192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 "
        "198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4".split(),
    )
)
_PUBLIC_6 = ip_network("2000::/3")
"""All that is given out to the world. Mapped (::ffff:0:0/96), NAT64 (64:ff9b::/96), local and multicast are not in it."""
_NEVER_6 = tuple(map(ip_network, "2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20".split()))


def is_forbidden(address: Address) -> bool:
    """Whether an address is of a machine that a stranger's link has no business with."""
    if isinstance(address, IPv4Address):
        return any(address in network for network in _NEVER_4)
    return address.scope_id is not None or address not in _PUBLIC_6 or any(address in n for n in _NEVER_6)


def literal(host: str) -> Address | None:
    """The address that a host's name is, if it is one; only the usual way to write it counts."""
    try:
        return ip_address(host)
    except ValueError:
        return None
