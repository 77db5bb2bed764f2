"""Tells whether a server runs on this computer, where nothing leaves it and nothing costs money."""

import ipaddress
from urllib.parse import urlsplit


def is_local(url: str) -> bool:
    """Whether an address is on this computer, so that nothing sent there leaves it."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
