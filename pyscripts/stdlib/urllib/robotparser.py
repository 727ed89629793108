"""What a site's robots.txt allows."""

import time
import urllib.parse
import urllib.request
from collections import namedtuple

__all__ = ["RobotFileParser"]

RequestRate = namedtuple("RequestRate", "requests seconds")


class RobotFileParser:
    """The rules of a site."""

    def __init__(self, url=""):
        self.entries = []
        self.sitemaps = []
        self.default_entry = None
        self.disallow_all = False
        self.allow_all = False
        self.last_checked = 0
        self.set_url(url)

    def mtime(self):
        """When the rules were read."""
        return self.last_checked

    def modified(self):
        """The rules have been read now."""
        self.last_checked = time.time()

    def set_url(self, url):
        """Where the rules lie."""
        self.url = url
        self.host, self.path = urllib.parse.urlparse(url)[1:3]

    def read(self):
        """Fetches the rules."""
        try:
            file = urllib.request.urlopen(self.url)
        except urllib.error.HTTPError as error:
            if error.code in (401, 403):
                self.disallow_all = True
            elif 400 <= error.code < 500:
                self.allow_all = True
            error.close()
        else:
            self.parse(file.read().decode("utf-8").splitlines())

    def _add_entry(self, entry):
        if "*" in entry.useragents:
            if self.default_entry is None:
                self.default_entry = entry
        else:
            self.entries.append(entry)

    def parse(self, lines):
        """Reads rules."""
        entry, has_rules = _Entry(), False
        self.modified()
        for line in lines:
            if not line:
                if has_rules:
                    self._add_entry(entry)
                entry, has_rules = _Entry(), False
                continue
            name, colon, value = line.partition("#")[0].strip().partition(":")
            if not colon:
                continue
            name, value = name.strip().lower(), urllib.parse.unquote(value.strip())
            if name == "user-agent":
                if has_rules:
                    self._add_entry(entry)
                    entry, has_rules = _Entry(), False
                entry.useragents.append(value)
            elif name == "sitemap":
                self.sitemaps.append(value)
            elif entry.useragents and entry.take(name, value):
                has_rules = True
        if has_rules:
            self._add_entry(entry)

    def can_fetch(self, useragent, url):
        """Whether a program of this name may fetch an address."""
        if self.disallow_all:
            return False
        if self.allow_all:
            return True
        if not self.last_checked:
            return False  # nothing is known yet
        parts = urllib.parse.urlparse(urllib.parse.unquote(url))
        url = urllib.parse.urlunparse(("", "", parts.path, parts.params, parts.query, parts.fragment))
        url = urllib.parse.quote(url) or "/"
        entry = self._entry_for(useragent)
        return entry.allowance(url) if entry else True

    def _entry_for(self, useragent):
        for entry in self.entries:
            if entry.applies_to(useragent):
                return entry
        return self.default_entry

    def crawl_delay(self, useragent):
        """How many seconds to wait between two requests."""
        entry = self._entry_for(useragent) if self.mtime() else None
        return entry.delay if entry else None

    def request_rate(self, useragent):
        """How many requests are allowed in how many seconds."""
        entry = self._entry_for(useragent) if self.mtime() else None
        return entry.req_rate if entry else None

    def site_maps(self):
        """The maps of the site."""
        return self.sitemaps or None

    def __str__(self):
        entries = self.entries if self.default_entry is None else [*self.entries, self.default_entry]
        return "\n\n".join(map(str, entries))


class _Rule:
    """A path that is allowed or not."""

    def __init__(self, path, allowance):
        if path == "" and not allowance:
            allowance = True  # an empty Disallow forbids nothing
        self.path = urllib.parse.quote(urllib.parse.urlunparse(urllib.parse.urlparse(path)))
        self.allowance = allowance

    def applies_to(self, filename):
        return self.path == "*" or filename.startswith(self.path)

    def __str__(self):
        return ("Allow" if self.allowance else "Disallow") + ": " + self.path


class _Entry:
    """Rules for some programs."""

    def __init__(self):
        self.useragents = []
        self.rulelines = []
        self.delay = None
        self.req_rate = None

    def take(self, name, value):
        """Takes a line; false for one that is no rule."""
        if name in ("disallow", "allow"):
            self.rulelines.append(_Rule(value, name == "allow"))
        elif name == "crawl-delay":
            if value.strip().isdigit():
                self.delay = int(value)
        elif name == "request-rate":
            numbers = value.split("/")
            if len(numbers) == 2 and all(number.strip().isdigit() for number in numbers):
                self.req_rate = RequestRate(int(numbers[0]), int(numbers[1]))
        else:
            return False
        return True

    def applies_to(self, useragent):
        useragent = useragent.partition("/")[0].lower()
        return any(agent == "*" or agent.lower() in useragent for agent in self.useragents)

    def allowance(self, filename):
        for rule in self.rulelines:
            if rule.applies_to(filename):
                return rule.allowance
        return True

    def __str__(self):
        lines = [f"User-agent: {agent}" for agent in self.useragents]
        if self.delay is not None:
            lines.append(f"Crawl-delay: {self.delay}")
        if self.req_rate is not None:
            lines.append(f"Request-rate: {self.req_rate.requests}/{self.req_rate.seconds}")
        return "\n".join([*lines, *map(str, self.rulelines)])
