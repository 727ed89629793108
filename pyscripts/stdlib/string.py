"""Constants of characters, templates and formatters."""

import re as _re
from _string import formatter_field_name_split as _steps, formatter_parser as _pieces
from collections import ChainMap as _ChainMap

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """The words of a text, each capitalized."""
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


_NOTHING = {}


class Template:
    """Text with places: `$name` and `${name}`."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = _re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._make_pattern()

    @classmethod
    def _make_pattern(cls):
        pattern = cls.__dict__.get("pattern")
        if pattern is None:
            mark = _re.escape(cls.delimiter)
            name = cls.idpattern
            braced = cls.braceidpattern or name
            pattern = (rf"{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|"
                       rf"{{(?P<braced>{braced})}}|(?P<invalid>))")
        cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        start = match.start("invalid")
        lines = self.template[:start].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column, line = start - len("".join(lines[:-1])), len(lines)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def substitute(self, mapping=_NOTHING, /, **kws):
        """The text with all places filled."""
        return self._fill(_combined(mapping, kws), safe=False)

    def safe_substitute(self, mapping=_NOTHING, /, **kws):
        """The same, but places without a value stay."""
        return self._fill(_combined(mapping, kws), safe=True)

    def _fill(self, mapping, safe):
        def convert(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                if not safe:
                    return str(mapping[name])
                try:
                    return str(mapping[name])
                except KeyError:
                    return match.group()
            if match.group("escaped") is not None:
                return self.delimiter
            if match.group("invalid") is not None:
                if safe:
                    return match.group()
                self._invalid(match)
            raise ValueError("Unrecognized named group in pattern", self.pattern)

        return self.pattern.sub(convert, self.template)

    def is_valid(self):
        """Is every place well-formed?"""
        for match in self.pattern.finditer(self.template):
            if match.group("invalid") is not None:
                return False
            self._check_known(match)
        return True

    def get_identifiers(self):
        """The names of the places, each once."""
        names = []
        for match in self.pattern.finditer(self.template):
            name = match.group("named") or match.group("braced")
            if name is None and match.group("invalid") is None:
                self._check_known(match)
            elif name is not None and name not in names:
                names.append(name)
        return names

    def _check_known(self, match):
        if not any(match.group(name) is not None for name in ("named", "braced", "escaped")):
            raise ValueError("Unrecognized named group in pattern", self.pattern)


Template._make_pattern()


def _combined(mapping, keywords):
    if mapping is _NOTHING:
        return keywords
    return _ChainMap(keywords, mapping) if keywords else mapping


class Formatter:
    """What str.format does, open to change."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            first = _steps(name)[0]
            if first == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(auto_arg_index) + name
                auto_arg_index += 1
            elif isinstance(first, int):
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            value, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(value, spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, format_string):
        return _pieces(format_string)

    def get_field(self, field_name, args, kwargs):
        first, steps = _steps(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, step in steps:
            value = getattr(value, step) if is_attribute else value[step]
        return value, first
