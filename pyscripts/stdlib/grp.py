"""The groups of this machine, as /etc/group tells of them."""

from collections import namedtuple

__all__ = ["getgrall", "getgrgid", "getgrnam", "struct_group"]

struct_group = namedtuple("struct_group", "gr_name gr_passwd gr_gid gr_mem", module=__name__)


def getgrall():
    """All groups."""
    groups = []
    try:
        with open("/etc/group", encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                fields = line.rstrip("\n").split(":")
                if len(fields) == 4 and fields[2].isdigit():
                    members = fields[3].split(",") if fields[3] else []
                    groups.append(struct_group(fields[0], fields[1], int(fields[2]), members))
    except FileNotFoundError:
        pass
    return groups


def getgrnam(name):
    """The group of a name."""
    if not isinstance(name, str):
        raise TypeError(f"getgrnam() argument must be str, not {type(name).__name__}")
    for group in getgrall():
        if group.gr_name == name:
            return group
    raise KeyError(f"getgrnam(): name not found: {name!r}")


def getgrgid(id):
    """The group of a number."""
    if not isinstance(id, int):
        raise TypeError(f"an integer is required (got type {type(id).__name__})")
    for group in getgrall():
        if group.gr_gid == id:
            return group
    raise KeyError(f"getgrgid(): gid not found: {id}")
