"""What the parts of argparse share: marks, errors, the names of arguments, and Namespace."""

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class ArgumentError(Exception):
    """An argument that an action does not accept."""

    def __init__(self, argument, message):
        self.argument_name = _argument_name(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return self.message
        return f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    """What a `type` function raises to say in its own words what is wrong."""


def _argument_name(argument):
    if argument is None:
        return None
    if argument.option_strings:
        return "/".join(argument.option_strings)
    if argument.metavar not in (None, SUPPRESS):
        metavar = argument.metavar
        if not isinstance(metavar, tuple):
            return metavar
        if argument.nargs == ZERO_OR_MORE and len(metavar) == 2:
            return "%s[, %s]" % metavar
        if argument.nargs == ONE_OR_MORE:
            return "%s[, %s]" % metavar
        return ", ".join(metavar)
    if argument.dest not in (None, SUPPRESS):
        return argument.dest
    if argument.choices:
        return "{" + ",".join(map(str, argument.choices)) + "}"
    return None


class _Attributes:
    """A repr of the attributes."""

    def __repr__(self):
        shown, rest = [], {}
        for name, value in self._shown():
            if name.isidentifier():
                shown.append(f"{name}={value!r}")
            else:
                rest[name] = value
        if rest:
            shown.append(f"**{rest!r}")
        return f"{type(self).__name__}({', '.join(shown)})"

    def _shown(self):
        return list(self.__dict__.items())


class Namespace(_Attributes):
    """What the arguments were found to be."""

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __contains__(self, key):
        return key in self.__dict__


_UNRECOGNIZED = "_unrecognized_args"
