"""Messages in the user's language, from catalogues of translations."""

import os
import re
import sys

__all__ = [
    "NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install", "textdomain",
    "dgettext", "dngettext", "gettext", "ngettext", "pgettext", "dpgettext", "npgettext", "dnpgettext",
]

_default_localedir = os.path.join(sys.base_prefix, "share", "locale")

_TOKEN = re.compile(r"(?P<space>[ \t]+)|(?P<number>[0-9]+\b)|(?P<name>n\b)|(?P<paren>[()])|"
                    r"(?P<operator>[-*/%+?:]|[><!]=?|==|&&|\|\|)|(?P<wrong>\w+|.)", re.DOTALL)

# The operators of C on whole numbers, and how tightly they bind.
_BINARY = (("||",), ("&&",), ("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%"))
_STRENGTH = {operator: level for level, operators in enumerate(_BINARY, 1) for operator in operators}
_PYTHONS = {"||": "or", "&&": "and", "/": "//"}


def _tokens(formula):
    for found in _TOKEN.finditer(formula):
        kind = found.lastgroup
        if kind == "space":
            continue
        if kind == "wrong":
            raise ValueError("invalid token in plural form: %s" % found["wrong"])
        yield found[kind]
    yield ""


def _unexpected(token):
    if token:
        return ValueError("unexpected token in plural form: %s" % token)
    return ValueError("unexpected end of plural form")


def _expression(tokens, strength=-1):
    """A part of a formula as Python's expression, and the token behind it."""
    result, following = "", next(tokens)
    while following == "!":
        result += "not "
        following = next(tokens)
    if following == "(":
        inner, following = _expression(tokens)
        result = f"{result}({inner})"
        if following != ")":
            raise ValueError("unbalanced parenthesis in plural form")
    elif following == "n":
        result += following
    else:
        try:
            result += str(int(following, 10))
        except ValueError:
            raise _unexpected(following) from None
    following = next(tokens)
    level = 100
    while following in _STRENGTH:
        found = _STRENGTH[following]
        if found < strength:
            break
        if found in (3, 4) and level in (3, 4):
            result = f"({result})"  # in Python a chain of comparisons is something else
        operator = _PYTHONS.get(following, following)
        right, following = _expression(tokens, found + 1)
        result = f"{result} {operator} {right}"
        level = found
    if strength == level == 4:
        result = f"({result})"
    if following == "?" and strength <= 0:
        yes, following = _expression(tokens, 0)
        if following != ":":
            raise _unexpected(following)
        no, following = _expression(tokens)
        result = f"{yes} if {result} else {no}"
        if strength == 0:
            result = f"({result})"
    return result, following


def _as_int(n):
    try:
        return n.__index__()
    except (AttributeError, TypeError):
        pass
    try:
        rounded = round(n)
    except TypeError:
        raise TypeError("Plural value must be an integer, got %s" % (n.__class__.__name__,)) from None
    import warnings

    warnings.warn(
        "Plural value must be an integer, got %s" % (n.__class__.__name__,), DeprecationWarning,
        skip_file_prefixes=(__file__,),
    )
    return rounded if rounded == n else n


def c2py(plural):
    """The function of a formula for plurals, as the headers of catalogues have it."""
    if len(plural) > 1000:
        raise ValueError("plural form expression is too long")
    try:
        result, following = _expression(_tokens(plural))
        if following:
            raise _unexpected(following)
        depth = 0
        for character in result:
            depth += (character == "(") - (character == ")")
            if depth > 20:
                raise ValueError("plural form expression is too complex")
        names = {"_as_int": _as_int}
        exec(f"def func(n):\n    if not isinstance(n, int):\n        n = _as_int(n)\n    return int({result})\n", names)
        return names["func"]
    except RecursionError:
        raise ValueError("plural form expression is too complex")


def _expand_lang(loc):
    """The names under which a catalogue for a locale may lie, the closest first."""
    import locale

    loc = locale.normalize(loc)
    rest, at, modifier = loc.partition("@")
    rest, dot, codeset = rest.partition(".")
    language, underscore, territory = rest.partition("_")
    parts = (underscore + territory, dot + codeset, at + modifier)
    result = []
    for bits in range(7, -1, -1):
        chosen = [part for bit, part in zip((2, 1, 4), parts) if bits & bit and part]
        if len(chosen) == sum(bool(bits & bit) for bit in (2, 1, 4)):
            result.append(language + "".join(chosen))
    return result


class NullTranslations:
    """Messages as they are, or as a fallback translates them."""

    def __init__(self, fp=None):
        self._info = {}
        self._charset = self._fallback = None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        """What to ask for messages that are not in this catalogue."""
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if _as_int(n) == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if _as_int(n) == 1 else msgid2

    def info(self):
        """What the catalogue's header says."""
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        """Have `_` translate everywhere; and other functions that are named."""
        import builtins

        builtins._ = self.gettext
        for name in {"gettext", "ngettext", "npgettext", "pgettext"}.intersection(names or ()):
            setattr(builtins, name, getattr(self, name))


class GNUTranslations(NullTranslations):
    """A catalogue in a file as `msgfmt` makes them."""

    LE_MAGIC = 0x950412DE
    BE_MAGIC = 0xDE120495
    CONTEXT = "%s\x04%s"
    VERSIONS = (0, 1)

    def _parse(self, fp):
        import struct

        filename = getattr(fp, "name", "")
        self._catalog = {}
        self.plural = lambda n: int(n != 1)
        data = fp.read()
        magic = int.from_bytes(data[:4], "little")
        if magic not in (self.LE_MAGIC, self.BE_MAGIC):
            raise OSError(0, "Bad magic number", filename)
        order = "<" if magic == self.LE_MAGIC else ">"
        version, count, originals, translations = struct.unpack_from(order + "4I", data, 4)
        if version >> 16 not in self.VERSIONS:
            raise OSError(0, "Bad version number " + str(version >> 16), filename)
        for number in range(count):
            length, start = struct.unpack_from(order + "2I", data, originals + 8 * number)
            translated_length, translated_start = struct.unpack_from(order + "2I", data, translations + 8 * number)
            if max(start + length, translated_start + translated_length) >= len(data):
                raise OSError(0, "File is corrupt", filename)
            original = data[start:start + length]
            translated = data[translated_start:translated_start + translated_length]
            if length == 0:
                self._read_header(translated)
            self._add(original, translated)

    def _read_header(self, header):
        key = None
        for line in header.split(b"\n"):
            line = line.decode().strip()
            if not line or line.startswith("#-#-#-#-#") and line.endswith("#-#-#-#-#"):
                continue
            if ":" in line:
                key, _, value = line.partition(":")
                key = key.strip().lower()
                self._info[key] = value.strip()
                if key == "content-type":
                    self._charset = self._info[key].split("charset=")[1]
                elif key == "plural-forms":
                    parts = self._info[key].split(";")
                    self.plural = c2py(parts[1].split("plural=")[1])
            elif key:
                self._info[key] += "\n" + line

    def _add(self, original, translated):
        charset = self._charset or "ascii"
        if b"\0" in original:
            singular = str(original.split(b"\0")[0], charset)
            for form, text in enumerate(translated.split(b"\0")):
                self._catalog[singular, form] = str(text, charset)
        else:
            self._catalog[str(original, charset)] = str(translated, charset)

    def _plain(self, key):
        found = self._catalog.get(key)
        return self._catalog.get((key, self.plural(1))) if found is None else found

    def gettext(self, message):
        found = self._plain(message)
        return super().gettext(message) if found is None else found

    def ngettext(self, msgid1, msgid2, n):
        found = self._catalog.get((msgid1, self.plural(n)))
        return super().ngettext(msgid1, msgid2, n) if found is None else found

    def pgettext(self, context, message):
        found = self._plain(self.CONTEXT % (context, message))
        return super().pgettext(context, message) if found is None else found

    def npgettext(self, context, msgid1, msgid2, n):
        found = self._catalog.get((self.CONTEXT % (context, msgid1), self.plural(n)))
        return super().npgettext(context, msgid1, msgid2, n) if found is None else found


def find(domain, localedir=None, languages=None, all=False):
    """The file of a catalogue, for the first language that has one; or a list of all."""
    localedir = _default_localedir if localedir is None else localedir
    if languages is None:
        languages = []
        for name in "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG":
            value = os.environ.get(name)
            if value:
                languages = value.split(":")
                break
        if "C" not in languages:
            languages.append("C")
    expanded = []
    for language in languages:
        expanded += [name for name in _expand_lang(language) if name not in expanded]
    found = []
    for language in expanded:
        if language == "C":
            break
        path = os.path.join(localedir, language, "LC_MESSAGES", "%s.mo" % domain)
        if os.path.exists(path):
            if not all:
                return path
            found.append(path)
    return found if all else None


# Catalogues that have been read, by their class and file.
_translations = {}


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    """The catalogues of a domain, one being the fallback of another."""
    class_ = GNUTranslations if class_ is None else class_
    paths = find(domain, localedir, languages, all=True)
    if not paths:
        if fallback:
            return NullTranslations()
        from errno import ENOENT

        raise FileNotFoundError(ENOENT, "No translation file found for domain", domain)
    result = None
    for path in paths:
        key = class_, os.path.abspath(path)
        if key not in _translations:
            with open(path, "rb") as file:
                _translations[key] = class_(file)
        import copy

        one = copy.copy(_translations[key])
        if result is None:
            result = one
        else:
            result.add_fallback(one)
    return result


def install(domain, localedir=None, *, names=None):
    """Have `_` translate everywhere by the catalogues of a domain."""
    translation(domain, localedir, fallback=True).install(names)


_localedirs = {}
_current_domain = "messages"


def textdomain(domain=None):
    """Set and return the domain that is asked where none is named."""
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    """Set and return the folder of a domain's catalogues."""
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def _of_domain(domain):
    try:
        return translation(domain, _localedirs.get(domain))
    except OSError:
        return NullTranslations()


def dgettext(domain, message):
    return _of_domain(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of_domain(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return _of_domain(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    return _of_domain(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
    """A message in the user's language."""
    return dgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
    """A message for a number of things."""
    return dngettext(_current_domain, msgid1, msgid2, n)


def pgettext(context, message):
    """A message that means different things in different contexts."""
    return dpgettext(_current_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_current_domain, context, msgid1, msgid2, n)


# An older name.
Catalog = translation
