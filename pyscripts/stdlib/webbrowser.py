"""Showing pages to the user, by whichever browser is there: of BROWSER, of the desktop, or on the terminal."""

import os
import shlex
import shutil
import subprocess
import sys
import threading

__all__ = ["Error", "open", "open_new", "open_new_tab", "get", "register"]


class Error(Exception):
    """No browser, or one that does not start."""


_lock = threading.RLock()
_browsers = {}  # by lower-case name: what makes the browser, and the browser
_tryorder = None
_os_preferred_browser = None


def register(name, klass, instance=None, *, preferred=False):
    """Make a browser known: a function that makes its object, or the object."""
    with _lock:
        if _tryorder is None:
            register_standard_browsers()
        _browsers[name.lower()] = [klass, instance]
        if preferred or (_os_preferred_browser and f"{name}.desktop" == _os_preferred_browser):
            _tryorder.insert(0, name)
        else:
            _tryorder.append(name)


def get(using=None):
    """A browser: the named one, or the first that there is."""
    if _tryorder is None:
        with _lock:
            if _tryorder is None:
                register_standard_browsers()
    for name in _tryorder if using is None else [using]:
        if "%s" in name:
            # A command line, which may ask to run beside us.
            words = shlex.split(name)
            return BackgroundBrowser(words[:-1]) if words[-1] == "&" else GenericBrowser(words)
        try:
            made = _browsers[name.lower()]
        except KeyError:
            made = _other_path(name)
        if made[1] is not None:
            return made[1]
        if made[0] is not None:
            return made[0]()
    raise Error("could not locate runnable browser")


def open(url, new=0, autoraise=True):
    """Show a page: in the window that is there, with 1 in a new one, with 2 in a new tab. False if nothing does."""
    with _lock:
        if _tryorder is None:
            register_standard_browsers()
    return any(get(name).open(url, new, autoraise) for name in _tryorder)


def open_new(url):
    """Show a page in a new window."""
    return open(url, 1)


def open_new_tab(url):
    """Show a page in a new tab."""
    return open(url, 2)


def _other_path(command):
    """Another path to a known kind of browser: an entry of `_browsers`."""
    known = _browsers.get(os.path.basename(command).lower(), [None, None])[1]
    if known is None or not shutil.which(command):
        return [None, None]
    return [None, type(known)(command)]


class BaseBrowser:
    """What all browsers have."""

    args = ["%s"]

    def __init__(self, name=""):
        self.name = name
        self.basename = name

    def open(self, url, new=0, autoraise=True):
        """Show a page."""
        raise NotImplementedError

    def open_new(self, url):
        """Show a page in a new window."""
        return self.open(url, 1)

    def open_new_tab(self, url):
        """Show a page in a new tab."""
        return self.open(url, 2)


class GenericBrowser(BaseBrowser):
    """A program that is waited for."""

    def __init__(self, name):
        if isinstance(name, str):
            self.name, self.args = name, ["%s"]
        else:
            self.name, self.args = name[0], name[1:]
        self.basename = os.path.basename(self.name)

    def _command(self, url):
        return [self.name] + [word.replace("%s", url) for word in self.args]

    def open(self, url, new=0, autoraise=True):
        sys.audit("webbrowser.open", url)
        try:
            return not subprocess.Popen(self._command(url), close_fds=True).wait()
        except OSError:
            return False


class BackgroundBrowser(GenericBrowser):
    """A program that runs beside us."""

    def open(self, url, new=0, autoraise=True):
        sys.audit("webbrowser.open", url)
        try:
            process = subprocess.Popen(self._command(url), close_fds=True, start_new_session=True)
            return process.poll() is None
        except OSError:
            return False


class UnixBrowser(BaseBrowser):
    """A browser that is told on its command line where a page is to be shown."""

    # What stands before the page: for the window that is there, for a new one, for a new tab.
    places = [], ["--new-window"], []
    on_terminal = False

    def open(self, url, new=0, autoraise=True):
        sys.audit("webbrowser.open", url)
        if new not in (0, 1, 2):
            raise Error(f"Bad 'new' parameter to open(); expected 0, 1, or 2, got {new}")
        quiet = None if self.on_terminal else subprocess.DEVNULL
        try:
            process = subprocess.Popen([self.name, *self.places[new], url], stdin=quiet, stdout=quiet, stderr=quiet,
                                       start_new_session=not self.on_terminal)
        except OSError:
            return False
        if self.on_terminal:
            return not process.wait()
        # It ends soon if another window takes the page, and stays if it shows it itself.
        try:
            return not process.wait(5)
        except subprocess.TimeoutExpired:
            return True


class Mozilla(UnixBrowser):
    """Firefox and its kin."""

    places = [], ["-new-window"], ["-new-tab"]


class Epiphany(UnixBrowser):
    """The browser of GNOME."""

    places = ["--new-tab"], ["--new-window"], ["--new-tab"]


class Chrome(UnixBrowser):
    """Chrome and Chromium."""


Chromium = Chrome


class Opera(UnixBrowser):
    """Opera."""


class Edge(UnixBrowser):
    """Edge."""


class Elinks(UnixBrowser):
    """A browser of the terminal."""

    places = [], [], []
    on_terminal = True


def _register_desktop_browsers():
    for command in "xdg-open", "gvfs-open", "x-www-browser":
        if shutil.which(command):
            register(command, None, BackgroundBrowser(command))
    if "GNOME_DESKTOP_SESSION_ID" in os.environ and shutil.which("gnome-open"):
        register("gnome-open", None, BackgroundBrowser("gnome-open"))
    kinds = [
        (Mozilla, "firefox iceweasel seamonkey mozilla-firefox mozilla"), (Epiphany, "epiphany"),
        (Chrome, "google-chrome chrome chromium chromium-browser"), (Opera, "opera"), (Edge, "microsoft-edge"),
    ]
    for kind, commands in kinds:
        for command in commands.split():
            if shutil.which(command):
                register(command, None, kind(command))


def register_standard_browsers():
    """Make the browsers known that are there."""
    global _tryorder, _os_preferred_browser
    _tryorder = []
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        try:
            asked = subprocess.check_output(["xdg-settings", "get", "default-web-browser"], stderr=subprocess.DEVNULL)
            _os_preferred_browser = asked.decode().strip()
        except (OSError, subprocess.CalledProcessError):
            pass
        _register_desktop_browsers()
    if os.environ.get("TERM"):
        for command in "www-browser", "links", "elinks", "lynx", "w3m":
            if shutil.which(command):
                register(command, None, Elinks(command) if command == "elinks" else GenericBrowser(command))
    if "BROWSER" in os.environ:
        # The user's choice comes first, in the user's order.
        for command in reversed(os.environ["BROWSER"].split(os.pathsep)):
            if command:
                _tryorder.insert(0, command)


def main(argv=None):
    """The command line."""
    import argparse
    parser = argparse.ArgumentParser(description="Open URL in a web browser.")
    parser.add_argument("url", help="URL to open")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("-n", "--new-window", action="store_const", const=1, default=0, dest="new_win",
                       help="open new window")
    group.add_argument("-t", "--new-tab", action="store_const", const=2, default=0, dest="new_win", help="open new tab")
    options = parser.parse_args(argv)
    open(options.url, options.new_win)


if __name__ == "__main__":
    main()
