"""Time zones by their IANA names, and which of several is meant."""

import datetime
import zoneinfo
from collections.abc import Callable
from functools import cache

from coach.errors import InputError

NAMELESS = frozenset({"UTC", "Etc/UTC", "Etc/GMT", "Etc/Universal", "Etc/Zulu", "Etc/Greenwich"})
"""Names that mean UTC itself."""

ABBREVIATIONS = {
    "ACST": ("Australia/Darwin", "Australia/Adelaide"),
    "ACDT": ("Australia/Adelaide", "Australia/Broken_Hill"),
    "AEST": ("Australia/Brisbane", "Australia/Sydney"),
    "AEDT": ("Australia/Sydney", "Australia/Hobart"),
    "AST": ("America/Halifax", "Asia/Riyadh"),
    "AWST": ("Australia/Perth", "Asia/Shanghai"),
    "BST": ("Europe/London", "Asia/Dhaka"),
    "CAT": ("Africa/Harare", "Africa/Lusaka"),
    "CDT": ("America/Chicago", "America/Havana"),
    "CEST": ("Europe/Paris", "Europe/Berlin"),
    "CET": ("Europe/Paris", "Africa/Algiers"),
    "CST": ("America/Chicago", "Asia/Shanghai"),
    "CT": ("America/Chicago", "America/Winnipeg"),
    "EAT": ("Africa/Nairobi", "Africa/Addis_Ababa"),
    "EDT": ("America/New_York", "America/Toronto"),
    "EEST": ("Europe/Athens", "Africa/Cairo"),
    "EET": ("Europe/Athens", "Africa/Cairo"),
    "EST": ("America/New_York", "America/Panama"),
    "ET": ("America/New_York", "America/Toronto"),
    "HKT": ("Asia/Hong_Kong", "Asia/Shanghai"),
    "HST": ("Pacific/Honolulu", "America/Adak"),
    "IST": ("Asia/Kolkata", "Europe/Dublin"),
    "JST": ("Asia/Tokyo", "Asia/Seoul"),
    "KST": ("Asia/Seoul", "Asia/Tokyo"),
    "MDT": ("America/Denver", "America/Edmonton"),
    "MSK": ("Europe/Moscow", "Europe/Minsk"),
    "MST": ("America/Denver", "America/Phoenix"),
    "MT": ("America/Denver", "America/Edmonton"),
    "NZDT": ("Pacific/Auckland", "Antarctica/McMurdo"),
    "NZST": ("Pacific/Auckland", "Antarctica/McMurdo"),
    "PDT": ("America/Los_Angeles", "America/Vancouver"),
    "PKT": ("Asia/Karachi", "Asia/Tashkent"),
    "PST": ("America/Los_Angeles", "Asia/Manila"),
    "PT": ("America/Los_Angeles", "America/Vancouver"),
    "SAST": ("Africa/Johannesburg", "Africa/Maseru"),
    "SGT": ("Asia/Singapore", "Asia/Kuala_Lumpur"),
    "SST": ("Asia/Singapore", "Pacific/Pago_Pago"),
    "WAT": ("Africa/Lagos", "Africa/Kinshasa"),
    "WEST": ("Europe/Lisbon", "Atlantic/Canary"),
    "WET": ("Europe/Lisbon", "Atlantic/Canary"),
    "WIB": ("Asia/Jakarta", "Asia/Pontianak"),
}
"""Short names of time zones. None says for certain which clock is meant all year (CET in July?), so
each is refused, with two places whose clocks it may be."""


@cache
def _known() -> frozenset[str]:
    """Every name there is, read from disk once."""
    return frozenset(zoneinfo.available_timezones())


@cache
def _by_fold() -> dict[str, str]:
    """The names that may be written, by their spelling without capitals."""
    return {name.casefold(): name for name in _known() if "/" in name} | {"utc": "UTC", "z": "UTC"}


@cache
def zone_names() -> tuple[str, ...]:
    """Every place's time zone, in the order of the alphabet."""
    found = _known()
    return tuple(
        sorted(name for name in found if "/" in name and not name.startswith(("Etc/", "SystemV/")))
    )


def zone_named(name: str, where: str) -> str:
    """The IANA name as it is spelt, whatever the capitals.

    Args:
        name: what was written.
        where: the field, option or setting it stands in, for the error.

    Raises:
        InputError: when there is no such time zone; an abbreviation is none.
    """
    wanted = name.strip().replace(" ", "_").casefold()
    by_fold = _by_fold()
    if wanted in by_fold:
        return by_fold[wanted]
    if name.strip().upper() in ABBREVIATIONS:
        one, other = ABBREVIATIONS[name.strip().upper()]
        raise InputError(
            f"{where}: “{name}” has several meanings as a time zone",
            f"Write the zone by its place, such as {one} or {other}.",
        )
    from rapidfuzz import process  # noqa: PLC0415 - for a slip only

    near = process.extractOne(wanted, list(by_fold), score_cutoff=60)
    meant = by_fold[near[0]] if near else "Europe/London"
    raise InputError(
        f"{where}: there is no time zone “{name}”",
        f"{'Did you mean' if near else 'Write it like'} {meant}{'?' if near else '.'}",
    )


def zone_of_place(place: str) -> str | None:
    """The zone named after a city, such as Europe/London for London; None for any other words."""
    wanted = "_".join(place.casefold().split())
    found = [name for name in zone_names() if name.casefold().rsplit("/", 1)[-1] == wanted]
    return min(found, key=len, default=None)


def computer_zone() -> str | None:
    """The time zone this computer is set to; None when that has no IANA name."""
    import tzlocal  # noqa: PLC0415 - when nobody named a zone

    try:
        name = tzlocal.get_localzone_name()
    except (LookupError, ValueError, OSError):
        return None
    if name not in _known():
        return None
    now = datetime.datetime.now(datetime.UTC)
    shown = now.astimezone().utcoffset()  # a TZ without a place in it is not what the files say
    return name if now.astimezone(zoneinfo.ZoneInfo(name)).utcoffset() == shown else None


def chosen_zone(*asked: tuple[str, str], computer: Callable[[], str | None]) -> str | None:
    """The first zone that somebody asked for, else the computer's; None when nothing is known.

    Args:
        asked: pairs of where it was asked for and the name, which may be empty.
        computer: gives the computer's own zone.

    Raises:
        InputError: when a zone asked for does not exist.
    """
    for where, name in asked:
        if name.strip():
            return zone_named(name, where)
    return computer()
