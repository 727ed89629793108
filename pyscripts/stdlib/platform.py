"""What the program runs on."""

import functools
import os
import sys
from collections import namedtuple

__version__ = "1.0.8"
__all__ = [
    "architecture", "freedesktop_os_release", "libc_ver", "machine", "node", "platform", "processor", "python_branch",
    "python_build", "python_compiler", "python_implementation", "python_revision", "python_version",
    "python_version_tuple", "release", "system", "uname", "version", "android_ver", "ios_ver", "java_ver", "mac_ver",
    "system_alias", "win32_edition", "win32_is_iot", "win32_ver",
]


class uname_result(namedtuple("uname_result_base", "system node release version machine")):
    """What `uname` tells: five texts, and as a sixth the processor, which is asked for only when it is wanted."""

    _fields = ("system", "node", "release", "version", "machine", "processor")

    @functools.cached_property
    def processor(self):
        return processor()

    def __iter__(self):
        yield from super().__iter__()
        yield self.processor

    def __len__(self):
        return len(self._fields)

    def __getitem__(self, key):
        return tuple(self)[key]

    @classmethod
    def _make(cls, iterable):
        given = list(iterable)
        if len(given) not in (5, 6):
            raise TypeError(f"expected 5 arguments, got {len(given)}")
        return cls(*given[:5])

    def __reduce__(self):
        return uname_result, tuple(self)[:5]


@functools.cache
def uname():
    """System, name of the machine, release, version, kind of machine."""
    return uname_result(*os.uname())


def system():
    return uname().system


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return ""


def architecture(executable=sys.executable, bits="", linkage=""):
    """Bits and format of the executable."""
    return bits or f"{sys.maxsize.bit_length() + 1}bit", linkage or "ELF"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    """The C library and its version."""
    try:
        name, _, number = os.confstr("CS_GNU_LIBC_VERSION").partition(" ")
    except (AttributeError, ValueError, OSError):
        return lib, version
    return name, number


def platform(aliased=False, terse=False):
    """All of that in one text."""
    found = uname()
    if terse:
        return f"{found.system}-{found.release}"
    library = "".join(libc_ver())
    parts = [found.system, found.release, found.machine] + (["with", library] if library else [])
    return "-".join(parts)


def python_implementation():
    """The interpreter's name."""
    return "gilly"


def python_version():
    """The language's version."""
    return ".".join(map(str, sys.version_info[:3]))


def python_version_tuple():
    return tuple(map(str, sys.version_info[:3]))


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return "main", ""


def python_compiler():
    return "Rust"


def freedesktop_os_release():
    """What the system says of itself in os-release."""
    for path in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            with open(path, encoding="utf-8") as file:
                lines = file.read().splitlines()
        except OSError:
            continue
        found = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
        for line in lines:
            name, equals, value = line.partition("=")
            if equals and not name.startswith("#"):
                found[name] = value.strip("\"'")
        return found
    raise OSError("Unable to read files /etc/os-release, /usr/lib/os-release")


# Of other systems: what they would tell, and here the values that stand for "unknown".

AndroidVer = namedtuple("AndroidVer", "release api_level manufacturer model device is_emulator")
IOSVersionInfo = namedtuple("IOSVersionInfo", "system release model is_simulator")


def android_ver(release="", api_level=0, manufacturer="", model="", device="", is_emulator=False):
    """The version of Android."""
    return AndroidVer(release, api_level, manufacturer, model, device, is_emulator)


def ios_ver(system="", release="", model="", is_simulator=False):
    """The version of iOS."""
    return IOSVersionInfo(system, release, model, is_simulator)


def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
    """The version of Java, for interpreters that run on it."""
    import warnings
    warnings.warn("'java_ver' is deprecated and slated for removal in Python 3.15", DeprecationWarning, stacklevel=2)
    return release, vendor, vminfo, osinfo


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    """The version of macOS."""
    return release, versioninfo, machine


def win32_ver(release="", version="", csd="", ptype=""):
    """The version of Windows."""
    return release, version, csd, ptype


def win32_edition():
    """The edition of Windows."""
    return None


def win32_is_iot():
    """Is it the Windows of small things?"""
    return False


def system_alias(system, release, version):
    """The names that systems are sold by."""
    if system == "SunOS":
        major, point, rest = release.partition(".")
        if major.isdigit() and int(major) >= 5:
            # Solaris 2 is what SunOS 5 is called.
            system, release = "Solaris", f"{int(major) - 3}{point}{rest}"
    elif system in ("win32", "win16"):
        system = "Windows"
    return system, release, version
