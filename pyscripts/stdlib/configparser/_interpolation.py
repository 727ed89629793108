"""References in values."""

import re
from configparser._errors import (
    InterpolationDepthError, InterpolationMissingOptionError, InterpolationSyntaxError, MAX_INTERPOLATION_DEPTH,
    NoOptionError, NoSectionError,
)


class Interpolation:
    """Leaves values as they are."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _References(Interpolation):
    """Replaces references that a sign and a bracket begin; the sign twice stands for itself."""

    _SIGN = _BRACKET = ""
    _REFERENCE = None

    def before_get(self, parser, section, option, value, defaults):
        return "".join(self._pieces(parser, section, option, value, defaults, 1))

    def before_set(self, parser, section, option, value):
        rest = self._REFERENCE.sub("", value.replace(self._SIGN * 2, ""))
        if self._SIGN in rest:
            place = rest.find(self._SIGN)
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {place}")
        return value

    def _pieces(self, parser, section, option, text, names, depth):
        sign = self._SIGN
        raw = parser.get(section, option, raw=True, fallback=text)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        place = 0
        while (found := text.find(sign, place)) >= 0:
            yield text[place:found]
            after = text[found + 1:found + 2]
            if after == sign:
                yield sign
                place = found + 2
                continue
            if after != self._BRACKET:
                raise InterpolationSyntaxError(
                    option, section, f"'{sign}' must be followed by '{sign}' or '{self._BRACKET}', found: {text[found:]!r}"
                )
            reference = self._REFERENCE.match(text, found)
            if reference is None:
                raise InterpolationSyntaxError(
                    option, section, f"bad interpolation variable reference {text[found:]!r}"
                )
            place = reference.end()
            value, where = self._find(parser, section, option, reference, names, raw)
            if value is not None and sign in value:
                yield from self._pieces(parser, *where, value, self._names(parser, where[0], names), depth + 1)
            else:
                yield value
        yield text[place:]

    def _names(self, parser, section, names):
        return names

    def _find(self, parser, section, option, reference, names, raw):
        """What a reference stands for, and the section and the option to name in errors inside it."""
        raise NotImplementedError


class BasicInterpolation(_References):
    """Replaces `%(name)s`."""

    _SIGN, _BRACKET = "%", "("
    _REFERENCE = re.compile(r"%\(([^)]+)\)s")

    def _find(self, parser, section, option, reference, names, raw):
        name = parser.optionxform(reference[1])
        try:
            return names[name], (section, option)
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None


class ExtendedInterpolation(_References):
    """Replaces `${name}` and `${section:name}`."""

    _SIGN, _BRACKET = "$", "{"
    _REFERENCE = re.compile(r"\$\{([^}]+)\}")

    def _names(self, parser, section, names):
        return dict(parser.items(section, raw=True))

    def _find(self, parser, section, option, reference, names, raw):
        path = reference[1].split(":")
        try:
            if len(path) == 1:
                name = parser.optionxform(path[0])
                return names[name], (section, name)
            if len(path) == 2:
                name = parser.optionxform(path[1])
                return parser.get(path[0], name, raw=True), (path[0], name)
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        rest = reference.string[reference.end():]
        raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
