"""Cookies: reading what a client sends, and writing what a server sets."""

import re
import string
import types

__all__ = ["CookieError", "BaseCookie", "SimpleCookie"]

_LEGAL = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"
_UNESCAPED = _LEGAL + " ()/<=>?@[]{}"
_TRANSLATED = {number: "\\%03o" % number for number in set(range(256)) - set(map(ord, _UNESCAPED))}
_TRANSLATED.update({ord('"'): '\\"', ord("\\"): "\\\\"})
_is_legal_key = re.compile("[%s]+" % re.escape(_LEGAL)).fullmatch
_ESCAPE = re.compile(r"\\(?:([0-3][0-7][0-7])|(.))")
_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MONTHS = [None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class CookieError(Exception):
    """A cookie has a name that it cannot have."""


def _quote(text):
    """A value, in quotes where it needs them."""
    if text is None or _is_legal_key(text):
        return text
    return '"' + text.translate(_TRANSLATED) + '"'


def _unquote(text):
    """What a value in quotes stands for."""
    if text is None or len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    return _ESCAPE.sub(lambda match: chr(int(match[1], 8)) if match[1] else match[2], text[1:-1])


def _date(future=0):
    """The time in so many seconds, as cookies have it."""
    from time import gmtime, time
    year, month, day, hour, minute, second, weekday, *_ = gmtime(time() + future)
    return "%s, %02d %3s %4d %02d:%02d:%02d GMT" % (_WEEKDAYS[weekday], day, _MONTHS[month], year, hour, minute, second)


class Morsel(dict):
    """A cookie: its attributes are items, its name and value are attributes."""

    _reserved = {
        "expires": "expires", "path": "Path", "comment": "Comment", "domain": "Domain", "max-age": "Max-Age",
        "secure": "Secure", "httponly": "HttpOnly", "version": "Version", "samesite": "SameSite",
    }
    _reserved_defaults = dict.fromkeys(_reserved, "")
    _flags = {"secure", "httponly"}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        dict.update(self, self._reserved_defaults)

    @property
    def key(self):
        return self._key

    @property
    def value(self):
        return self._value

    @property
    def coded_value(self):
        return self._coded_value

    def __setitem__(self, K, V):
        K = K.lower()
        if K not in self._reserved:
            raise CookieError("Invalid attribute %r" % (K,))
        dict.__setitem__(self, K, V)

    def setdefault(self, key, val=None):
        key = key.lower()
        if key not in self._reserved:
            raise CookieError("Invalid attribute %r" % (key,))
        return dict.setdefault(self, key, val)

    def __eq__(self, morsel):
        if not isinstance(morsel, Morsel):
            return NotImplemented
        return (
            dict.__eq__(self, morsel) and self._value == morsel._value and self._key == morsel._key
            and self._coded_value == morsel._coded_value
        )

    __ne__ = object.__ne__

    def copy(self):
        morsel = Morsel()
        dict.update(morsel, self)
        morsel.__dict__.update(self.__dict__)
        return morsel

    def update(self, values):
        data = {}
        for key, value in dict(values).items():
            key = key.lower()
            if key not in self._reserved:
                raise CookieError("Invalid attribute %r" % (key,))
            data[key] = value
        dict.update(self, data)

    def isReservedKey(self, K):
        """Whether a name is that of an attribute."""
        return K.lower() in self._reserved

    def set(self, key, val, coded_val):
        """Sets name, value and what is written for it."""
        if key.lower() in self._reserved:
            raise CookieError("Attempt to set a reserved key %r" % (key,))
        if not _is_legal_key(key):
            raise CookieError("Illegal key %r" % (key,))
        self._key, self._value, self._coded_value = key, val, coded_val

    def __getstate__(self):
        return {"key": self._key, "value": self._value, "coded_value": self._coded_value}

    def __setstate__(self, state):
        self._key, self._value, self._coded_value = state["key"], state["value"], state["coded_value"]

    def output(self, attrs=None, header="Set-Cookie:"):
        """The header that sets the cookie."""
        return f"{header} {self.OutputString(attrs)}"

    __str__ = output

    def __repr__(self):
        return f"<{self.__class__.__name__}: {self.OutputString()}>"

    def js_output(self, attrs=None):
        """A script that sets the cookie."""
        text = self.OutputString(attrs).replace('"', r"\"")
        return (
            '\n        <script type="text/javascript">\n        <!-- begin hiding\n        document.cookie = "'
            f'{text}";\n        // end hiding -->\n        </script>\n        '
        )

    def OutputString(self, attrs=None):
        """The value of the header that sets the cookie."""
        parts = [f"{self.key}={self.coded_value}"]
        attrs = self._reserved if attrs is None else attrs
        for key, value in sorted(self.items()):
            if value == "" or key not in attrs:
                continue
            name = self._reserved[key]
            if key == "expires" and isinstance(value, int):
                parts.append(f"{name}={_date(value)}")
            elif key == "max-age" and isinstance(value, int):
                parts.append("%s=%d" % (name, value))
            elif key == "comment" and isinstance(value, str):
                parts.append(f"{name}={_quote(value)}")
            elif key in self._flags:
                if value:
                    parts.append(name)
            else:
                parts.append(f"{name}={value}")
        return "; ".join(parts)

    __class_getitem__ = classmethod(types.GenericAlias)


_PART = re.compile(
    r"""\s*(?P<key>[\w\d!\#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\=]+?)"""
    r"""(?:\s*=\s*(?P<val>"(?:[^\\"]|\\.)*"|\w{3},\s[\w\d\s-]{9,11}\s[\d:]{8}\sGMT"""
    r"""|[\w\d!\#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\=\[\]]*))?\s*(?:\s+|;|$)""",
    re.ASCII,
)


class BaseCookie(dict):
    """Cookies by name."""

    def value_decode(self, val):
        """(the value, what was written) of what was written."""
        return val, val

    def value_encode(self, val):
        """(the value, what to write) of a value."""
        text = str(val)
        return text, text

    def __init__(self, input=None):
        if input:
            self.load(input)

    def _set(self, key, value, coded_value):
        morsel = self.get(key, Morsel())
        morsel.set(key, value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._set(key, *self.value_encode(value))

    def output(self, attrs=None, header="Set-Cookie:", sep="\015\012"):
        """The headers that set the cookies."""
        return sep.join(morsel.output(attrs, header) for _, morsel in sorted(self.items()))

    __str__ = output

    def __repr__(self):
        parts = [f"{key}={morsel.value!r}" for key, morsel in sorted(self.items())]
        return f"<{self.__class__.__name__}: {' '.join(parts)}>"

    def js_output(self, attrs=None):
        """A script that sets the cookies."""
        return "".join(morsel.js_output(attrs) for _, morsel in sorted(self.items()))

    def load(self, rawdata):
        """Takes cookies of a header, or of a mapping."""
        if isinstance(rawdata, str):
            self._parse(rawdata)
            return
        for key, value in rawdata.items():
            self[key] = value

    def _parse(self, text):
        place, found, seen = 0, [], False
        while 0 <= place < len(text):
            match = _PART.match(text, place)
            if not match:
                break
            key, value = match["key"], match["val"]
            place = match.end()
            if key[0] == "$":
                if not seen:
                    continue  # it tells of the header, not of a cookie
                found.append((True, key[1:], value))
            elif key.lower() in Morsel._reserved:
                if not seen:
                    return
                if value is None:
                    if key.lower() not in Morsel._flags:
                        return
                    found.append((True, key, True))
                else:
                    found.append((True, key, _unquote(value)))
            elif value is not None:
                found.append((False, key, self.value_decode(value)))
                seen = True
            else:
                return  # all is wrong, or nothing
        morsel = None
        for is_attribute, key, value in found:
            if is_attribute:
                morsel[key] = value
            else:
                self._set(key, *value)
                morsel = self[key]


class SimpleCookie(BaseCookie):
    """Cookies whose values are texts, in quotes where they need them."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
