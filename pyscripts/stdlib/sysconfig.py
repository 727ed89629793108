"""Where the interpreter keeps its files, and how it was made."""

import os
import sys

__all__ = [
    "get_config_h_filename", "get_config_var", "get_config_vars", "get_makefile_filename", "get_path",
    "get_path_names", "get_paths", "get_platform", "get_python_version", "get_scheme_names", "parse_config_h",
]

_VERSION = "%d.%d" % sys.version_info[:2]
_NAMES = ("stdlib", "platstdlib", "purelib", "platlib", "include", "scripts", "data")


def _scheme(base, library, pure=None):
    """The folders below a base; a scheme for users has no headers of the platform."""
    folders = {
        "stdlib": f"{{{base[0]}}}/{library}", "platstdlib": f"{{{base[1]}}}/{library}",
        "purelib": f"{{{base[2]}}}/{library}", "platlib": f"{{{base[3]}}}/{library}",
    }
    for name in ("purelib", "platlib"):
        folders[name] += "/site-packages" if pure is None else pure
    return folders


_LIBRARY = "lib/python{py_version_short}"
_PREFIX = {
    **_scheme(("installed_base", "platbase", "base", "platbase"), _LIBRARY),
    "include": "{installed_base}/include/python{py_version_short}{abiflags}",
    "platinclude": "{installed_platbase}/include/python{py_version_short}{abiflags}",
    "scripts": "{base}/bin", "data": "{base}",
}
_INSTALL_SCHEMES = {
    "posix_prefix": _PREFIX,
    "posix_home": {
        **_scheme(("installed_base", "base", "base", "base"), "lib/{implementation_lower}", ""),
        "include": "{installed_base}/include/{implementation_lower}",
        "platinclude": "{installed_base}/include/{implementation_lower}",
        "scripts": "{base}/bin", "data": "{base}",
    },
    "posix_user": {
        **_scheme(("userbase",) * 4, _LIBRARY), "include": "{userbase}/include/python{py_version_short}",
        "scripts": "{userbase}/bin", "data": "{userbase}",
    },
    "posix_venv": _PREFIX,
    "venv": _PREFIX,
}
_config_vars = {}
# Folders are named as CPython names them: programs look for them there.
_implementation = "Python"


def _user_base():
    given = os.environ.get("PYTHONUSERBASE")
    return given or os.path.expanduser(os.path.join("~", ".local"))


def get_scheme_names():
    return tuple(sorted(_INSTALL_SCHEMES))


def get_preferred_scheme(key):
    """The scheme for `prefix`, `home` or `user`."""
    if key == "prefix" and sys.prefix != sys.base_prefix:
        return "venv"
    return {name: "posix_" + name for name in ("prefix", "home", "user")}[key]


def get_default_scheme():
    return get_preferred_scheme("prefix")


def get_path_names():
    return _NAMES


def get_paths(scheme=None, vars=None, expand=True):
    """The folders of a scheme."""
    folders = _INSTALL_SCHEMES[get_default_scheme() if scheme is None else scheme]
    if not expand:
        return folders
    values = {**get_config_vars(), **(vars or {})}
    return {name: os.path.normpath(folder.format_map(values)) for name, folder in folders.items()}


def get_path(name, scheme=None, vars=None, expand=True):
    """One folder of a scheme."""
    return get_paths(scheme, vars, expand)[name]


def get_config_vars(*args):
    """What is known of how the interpreter was made; or the values of some names."""
    if not _config_vars:
        base, prefix = sys.base_prefix, sys.prefix
        # None can be loaded, but installers name the kinds of wheels that fit by what they would be called.
        interface = f"{sys.implementation.cache_tag}-{os.uname().machine}-linux-gnu"
        _config_vars.update(
            prefix=prefix, exec_prefix=sys.exec_prefix, base=prefix, platbase=sys.exec_prefix, installed_base=base,
            installed_platbase=sys.base_exec_prefix, py_version=sys.version.split()[0], py_version_short=_VERSION,
            py_version_nodot=_VERSION.replace(".", ""), py_version_nodot_plat="", VERSION=_VERSION,
            abiflags=getattr(sys, "abiflags", ""), platlibdir=sys.platlibdir, implementation=_implementation,
            implementation_lower=_implementation.lower(),
            userbase=_user_base(), srcdir=base, projectbase=os.path.dirname(sys.executable),
            BINDIR=os.path.join(prefix, "bin"), EXE="", EXEEXT="", SO=f".{interface}.so",
            EXT_SUFFIX=f".{interface}.so", SOABI=interface,
            LIBDEST=os.path.join(prefix, "lib", "python" + _VERSION),
            INCLUDEPY=os.path.join(prefix, "include", "python" + _VERSION), LIBDIR=os.path.join(prefix, "lib"),
            HOST_GNU_TYPE=f"{os.uname().machine}-pc-linux-gnu", MULTIARCH=f"{os.uname().machine}-linux-gnu",
            Py_DEBUG=0, Py_GIL_DISABLED=0, Py_ENABLE_SHARED=0, WITH_PYMALLOC=0, SIZEOF_VOID_P=8,
        )
    return [_config_vars.get(name) for name in args] if args else _config_vars


def get_config_var(name):
    return get_config_vars().get(name)


def get_platform():
    """The system and the machine, as `linux-x86_64`."""
    system, _, _, _, machine = os.uname()
    return f"{system.lower().replace('/', '')}-{machine.replace(' ', '_').replace('/', '-')}"


def get_python_version():
    return _VERSION


def is_python_build(check_home=None):
    return False


def get_config_h_filename():
    return os.path.join(get_path("platinclude"), "pyconfig.h")


def get_makefile_filename():
    return os.path.join(get_path("stdlib"), f"config-{_VERSION}-{get_config_var('MULTIARCH')}", "Makefile")


def parse_config_h(fp, vars=None):
    """The definitions of a header."""
    import re

    found = {} if vars is None else vars
    for line in fp:
        if match := re.match(r"#define ([A-Z][A-Za-z0-9_]+) (.*)\n", line):
            name, value = match.groups()
            try:
                value = int(value)
            except ValueError:
                pass
            found[name] = value
        elif match := re.match(r"/[*] #undef ([A-Z][A-Za-z0-9_]+) [*]/\n", line):
            found[match[1]] = 0
    return found


def _print_dict(title, values):
    for number, (name, value) in enumerate(sorted(values.items())):
        if number == 0:
            print(f"{title}: ")
        print(f'\t{name} = "{value}"')


def _main():
    print(f'Platform: "{get_platform()}"')
    print(f'Python version: "{get_python_version()}"')
    print(f'Current installation scheme: "{get_default_scheme()}"')
    print()
    _print_dict("Paths", get_paths())
    print()
    _print_dict("Variables", get_config_vars())


if __name__ == "__main__":
    _main()
