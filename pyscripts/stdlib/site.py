"""Folders of packages that are installed beside the library. gilly adds none by itself."""

import os
import sys

import sysconfig

__all__ = ["addsitedir", "getsitepackages", "getuserbase", "getusersitepackages", "main"]

PREFIXES = [sys.prefix, sys.exec_prefix]
ENABLE_USER_SITE = False
USER_SITE = USER_BASE = None


def addsitedir(sitedir, known_paths=None):
    """Add a folder to sys.path, and the folders that the .pth files in it name."""
    known = {os.path.abspath(path) for path in sys.path} if known_paths is None else known_paths
    sitedir = os.path.abspath(sitedir)
    if sitedir not in known:
        sys.path.append(sitedir)
        known.add(sitedir)
    try:
        names = os.listdir(sitedir)
    except OSError:
        return known_paths
    for name in sorted(names):
        if name.endswith(".pth") and not name.startswith("."):
            addpackage(sitedir, name, known)
    return known_paths


def addpackage(sitedir, name, known_paths):
    """Do what a .pth file says: each line is a folder to add, or an import."""
    path = os.path.join(sitedir, name)
    try:
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().splitlines()
    except OSError:
        return known_paths
    for number, line in enumerate(lines, start=1):
        if line.startswith("#") or not line.strip():
            continue
        try:
            if line.startswith(("import ", "import\t")):
                exec(line)
                continue
            folder = os.path.abspath(os.path.join(sitedir, line.rstrip()))
            if folder not in known_paths and os.path.exists(folder):
                sys.path.append(folder)
                known_paths.add(folder)
        except Exception:
            import traceback

            print(f"Error processing line {number:d} of {path}:\n", file=sys.stderr)
            for text in traceback.format_exception(*sys.exc_info()):
                for part in text.splitlines():
                    print("  " + part, file=sys.stderr)
            print("\nRemainder of file ignored", file=sys.stderr)
            break
    return known_paths


def getuserbase():
    """The folder of what users install for themselves."""
    global USER_BASE
    if USER_BASE is None:
        USER_BASE = sysconfig.get_config_var("userbase")
    return USER_BASE


def getusersitepackages():
    """The folder of the packages that users install for themselves."""
    global USER_SITE
    if USER_SITE is None:
        USER_SITE = sysconfig.get_path("purelib", "posix_user", {"userbase": getuserbase()})
    return USER_SITE


def getsitepackages(prefixes=None):
    """The folders of packages below the given prefixes."""
    found = []
    for prefix in PREFIXES if prefixes is None else prefixes:
        folder = os.path.join(prefix, "lib", "python" + sysconfig.get_python_version(), "site-packages")
        if prefix and folder not in found:
            found.append(folder)
    return found


def main():
    """What an interpreter does at its start; there is nothing to do."""


def _script():
    words = sys.argv[1:]
    if not words:
        print("sys.path = [")
        for folder in sys.path:
            print(f"    {folder!r},")
        print("]")
        for name, folder in ("USER_BASE", getuserbase()), ("USER_SITE", getusersitepackages()):
            print(f"{name}: {folder!r} ({'exists' if os.path.isdir(folder) else 'doesn' + chr(39) + 't exist'})")
        print(f"ENABLE_USER_SITE: {ENABLE_USER_SITE!r}")
        sys.exit(0)
    wanted = {"--user-base": getuserbase, "--user-site": getusersitepackages}
    if all(word in wanted for word in words):
        print(os.pathsep.join([wanted[word]() for word in words]))
        sys.exit(1)
    print(f"usage: {sys.argv[0]} [--user-base] [--user-site]")
    sys.exit(10)


if __name__ == "__main__":
    _script()
