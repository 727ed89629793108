"""Command lines: what a program accepts, read from its arguments, with help texts and errors in the usual form.

A parser holds actions; an action says which arguments it takes and what becomes of them. `parse_known_args` walks over
the arguments once, giving options their values and letting the positionals that come between match as many as they
can.
"""

import os as _os
import re as _re
import sys as _sys

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType",
           "HelpFormatter", "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter",
           "MetavarTypeHelpFormatter", "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER",
           "SUPPRESS", "ZERO_OR_MORE"]

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


# How help is laid out.


class HelpFormatter:
    """Lays out usage and help."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = _columns() - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._current_indent = 0
        self._action_max_length = 0
        self._root_section = self._Section(None, None)
        self._current_section = self._root_section

    class _Section:
        def __init__(self, parent, heading):
            self.parent = parent
            self.heading = heading
            self.items = []

    def _indent(self):
        self._current_indent += self._indent_increment

    def _dedent(self):
        self._current_indent -= self._indent_increment

    def start_section(self, heading):
        self._indent()
        section = self._Section(self._current_section, heading)
        self._current_section.items.append((self._format_section, (section,)))
        self._current_section = section

    def end_section(self):
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._current_section.items.append((self._format_text, (text,)))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._current_section.items.append((self._format_usage, (usage, actions, groups, prefix)))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        lengths = [len(self._format_action_invocation(action)) + self._current_indent]
        for inner in self._iter_indented_subactions(action):
            lengths.append(len(self._format_action_invocation(inner)) + self._current_indent)
        self._action_max_length = max(self._action_max_length, *lengths)
        self._current_section.items.append((self._format_action, (action,)))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = self._format_section(self._root_section)
        if text:
            text = _re.sub(r"\n\n\n+", "\n\n", text).strip("\n") + "\n"
        return text

    def _format_section(self, section):
        nested = section.parent is not None
        if nested:
            self._indent()
        text = "".join(part for function, args in section.items if (part := function(*args)) and part is not SUPPRESS)
        if nested:
            self._dedent()
        if not text:
            return ""
        heading = ""
        if section.heading is not SUPPRESS and section.heading is not None:
            heading = f"{' ' * self._current_indent}{section.heading}:\n"
        return "\n" + heading + text + "\n"

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = "usage: "
        if usage is not None:
            usage = usage % {"prog": self._prog}
        elif not actions:
            usage = f"{self._prog}"
        else:
            optionals = [action for action in actions if action.option_strings]
            positionals = [action for action in actions if not action.option_strings]
            parts, positional_count = self._usage_parts(optionals, positionals, groups)
            usage = " ".join([self._prog, *parts])
            if len(prefix) + len(usage) > self._width - self._current_indent:
                usage = self._broken_usage(prefix, parts, len(parts) - positional_count)
        return f"{prefix}{usage}\n\n"

    def _usage_parts(self, optionals, positionals, groups):
        """The parts of the usage, and how many of them are positionals."""
        parts = self._get_actions_usage_parts(optionals, groups)
        last = self._get_actions_usage_parts(positionals, groups)
        return parts + last, len(last)

    def _broken_usage(self, prefix, parts, optional_count):
        width = self._width - self._current_indent
        optionals, positionals = parts[:optional_count], parts[optional_count:]

        def lines_of(parts, indent, start):
            lines, line, length = [], [], start - 1
            for part in parts:
                if length + 1 + len(part) > width and line:
                    lines.append(indent + " ".join(line))
                    line, length = [], len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + " ".join(line))
            return lines

        if len(prefix) + len(self._prog) <= 0.75 * width:
            indent = " " * (len(prefix) + len(self._prog) + 1)
            start = len(prefix) + len(self._prog) + 1
            if optionals:
                lines = lines_of([self._prog, *optionals], indent, len(prefix))
                lines[0] = lines[0][len(indent):]
                lines += lines_of(positionals, indent, start)
            elif positionals:
                lines = lines_of([self._prog, *positionals], indent, len(prefix))
                lines[0] = lines[0][len(indent):]
            else:
                lines = [self._prog]
        else:
            indent = " " * len(prefix)
            lines = lines_of(parts, indent, len(indent))
            if len(lines) > 1:
                lines = lines_of(optionals, indent, len(indent)) + lines_of(positionals, indent, len(indent))
            lines = [self._prog, *lines]
        return "\n".join(lines)

    def _get_actions_usage_parts(self, actions, groups):
        """The words of each action, actions of an exclusive group joined by bars."""
        parts = [None if action.help is SUPPRESS else self._usage_of(action) for action in actions]
        whole = {}
        for group in groups:
            if not group._group_actions:
                continue
            if all(action.help is SUPPRESS for action in group._group_actions):
                continue
            try:
                start = actions.index(group._group_actions[0])
            except ValueError:
                continue
            end = start + len(group._group_actions)
            if actions[start:end] == group._group_actions:
                whole[start] = group, end
        result, place = [], 0
        while place < len(actions):
            if place not in whole:
                if parts[place] is not None:
                    result.append(parts[place])
                place += 1
                continue
            group, end = whole[place]
            inner = [self._usage_of(action, bare=True) for action in actions[place:end] if action.help is not SUPPRESS]
            place = end
            if len(inner) == 1:
                result.append(inner[0] if group.required else f"[{inner[0]}]")
                continue
            opening, closing = ("(", ")") if group.required else ("[", "]")
            inner[0] = opening + inner[0]
            inner[-1] += closing
            for number, part in enumerate(inner):
                result.append(part if number == len(inner) - 1 else part + " |")
        return result

    def _usage_of(self, action, bare=False):
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            if bare and part.startswith("[") and part.endswith("]"):
                part = part[1:-1]
            return part
        option = action.option_strings[0]
        if action.nargs == 0:
            part = action.format_usage()
        else:
            part = f"{option} {self._format_args(action, self._get_default_metavar_for_optional(action))}"
        if not action.required and not bare:
            part = f"[{part}]"
        return part

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, " " * self._current_indent) + "\n\n"

    def _format_action(self, action):
        position = min(self._action_max_length + 2, self._max_help_position)
        width = max(self._width - position, 11)
        room = position - self._current_indent - 2
        header = self._format_action_invocation(action)
        indent = " " * self._current_indent
        has_help = action.help and action.help.strip()
        first_indent = 0
        if not action.help:
            parts = [f"{indent}{header}\n"]
        elif len(header) <= room:
            parts = [f"{indent}{header:<{room}}  "]
        else:
            parts = [f"{indent}{header}\n"]
            first_indent = position
        if has_help:
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, width)
                parts.append(f"{' ' * first_indent}{lines[0]}\n")
                parts += [f"{' ' * position}{line}\n" for line in lines[1:]]
        elif not parts[-1].endswith("\n"):
            parts.append("\n")
        parts += [self._format_action(inner) for inner in self._iter_indented_subactions(action)]
        return "".join(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return " ".join(self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1))
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ", ".join(action.option_strings) + " " + args

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = "{%s}" % ",".join(map(str, action.choices))
        else:
            result = default_metavar
        return lambda size: result if isinstance(result, tuple) else (result,) * size

    def _format_args(self, action, default_metavar):
        metavar = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs is None:
            return "%s" % metavar(1)
        if nargs == OPTIONAL:
            return "[%s]" % metavar(1)
        if nargs == ZERO_OR_MORE:
            names = metavar(1)
            return "[%s [%s ...]]" % names if len(names) == 2 else "[%s ...]" % names
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % metavar(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % metavar(1)
        if nargs == SUPPRESS:
            return ""
        try:
            names = metavar(nargs)
        except TypeError:
            raise ValueError("invalid nargs value") from None
        return " ".join(["%s"] * nargs) % names

    def _expand_help(self, action):
        text = self._get_help_string(action)
        if "%" not in text:
            return text
        values = {name: getattr(value, "__name__", value) for name, value in vars(action).items()
                  if value is not SUPPRESS}
        values["prog"] = self._prog
        if values.get("choices") is not None:
            values["choices"] = ", ".join(map(str, values["choices"]))
        return text % values

    def _iter_indented_subactions(self, action):
        get = getattr(action, "_get_subactions", None)
        if get is not None:
            self._indent()
            yield from get()
            self._dedent()

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


def _columns():
    try:
        columns = int(_os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 0
    if columns <= 0:
        try:
            columns = _os.get_terminal_size(_sys.__stdout__.fileno()).columns
        except Exception:
            columns = 80
    return columns or 80


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all text as it is."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the defaults to the help."""

    def _get_help_string(self, action):
        text = action.help
        if text is None:
            text = ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows the type in the place of a name."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__


# What becomes of arguments.


class Action(_Attributes):
    """What the parser does with the arguments of an option or a positional."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar
        self.deprecated = deprecated

    def _shown(self):
        names = ("option_strings", "dest", "nargs", "const", "default", "type", "choices", "required", "help",
                 "metavar", "deprecated")
        return [(name, getattr(self, name)) for name in names]

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class BooleanOptionalAction(Action):
    """`--flag` and `--no-flag`."""

    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None, deprecated=False):
        options = []
        for option in option_strings:
            options.append(option)
            if option.startswith("--"):
                options.append("--no-" + option[2:])
        super().__init__(options, dest, nargs=0, default=default, required=required, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as "
                             "store true or store const may be more appropriate")
        if const is not None and nargs != OPTIONAL:
            raise ValueError("nargs must be %r to supply const" % OPTIONAL)
        super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar,
                         deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None,
                 deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, True, default, required, help, deprecated=deprecated)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, False, default, required, help, deprecated=deprecated)


def _copied(items):
    if items is None:
        return []
    return items[:] if type(items) is list else list(items)


class _AppendAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        if nargs == 0:
            raise ValueError("nargs for append actions must be != 0; if arg strings are not supplying the value to "
                             "append, the append const action may be more appropriate")
        if const is not None and nargs != OPTIONAL:
            raise ValueError("nargs must be %r to supply const" % OPTIONAL)
        super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar,
                         deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(values)
        setattr(namespace, self.dest, items)


class _AppendConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None,
                 deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help, metavar=metavar,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _ExtendAction(_AppendAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.extend(values)
        setattr(namespace, self.dest, items)


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, default=default, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        if help is None:
            help = "show program's version number and exit"
        super().__init__(option_strings, dest, 0, default=default, help=help, deprecated=deprecated)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = parser.version if self.version is None else self.version
        formatter = parser._get_formatter()
        formatter.add_text(version)
        parser._print_message(formatter.format_help(), _sys.stdout)
        parser.exit()


class _SubParsersAction(Action):
    class _Choice(Action):
        def __init__(self, name, aliases, help):
            metavar = name + (" (%s)" % ", ".join(aliases) if aliases else "")
            super().__init__([], name, help=help, metavar=metavar)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        self._deprecated = set()
        super().__init__(option_strings, dest, PARSER, choices=self._name_parser_map, required=required, help=help,
                         metavar=metavar)

    def add_parser(self, name, *, deprecated=False, **kwargs):
        if kwargs.get("prog") is None:
            kwargs["prog"] = f"{self._prog_prefix} {name}"
        aliases = kwargs.pop("aliases", ())
        if name in self._name_parser_map:
            raise ValueError(f"conflicting subparser: {name}")
        for alias in aliases:
            if alias in self._name_parser_map:
                raise ValueError(f"conflicting subparser alias: {alias}")
        if "help" in kwargs:
            choice = self._Choice(name, aliases, kwargs.pop("help"))
            self._choices_actions.append(choice)
        parser = self._parser_class(**kwargs)
        for key in (name, *aliases):
            self._name_parser_map[key] = parser
            if deprecated:
                self._deprecated.add(key)
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, arguments = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        try:
            inner = self._name_parser_map[name]
        except KeyError:
            choices = ", ".join(self._name_parser_map)
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {choices})") from None
        if name in self._deprecated:
            parser._warning(f"command '{name}' is deprecated")
        found, rest = inner.parse_known_args(arguments, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if rest:
            if not hasattr(namespace, _UNRECOGNIZED):
                setattr(namespace, _UNRECOGNIZED, [])
            getattr(namespace, _UNRECOGNIZED).extend(rest)


_UNRECOGNIZED = "_unrecognized_args"


class FileType:
    """A `type` that opens files."""

    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode
        self._bufsize = bufsize
        self._encoding = encoding
        self._errors = errors

    def __call__(self, string):
        if string == "-":
            if "r" in self._mode:
                return _sys.stdin.buffer if "b" in self._mode else _sys.stdin
            if any(letter in self._mode for letter in "wax"):
                return _sys.stdout.buffer if "b" in self._mode else _sys.stdout
            raise ValueError(f"argument \"-\" with mode {self._mode!r}")
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}")

    def __repr__(self):
        args = [repr(arg) for arg in (self._mode, self._bufsize) if arg != -1]
        args += [f"{name}={value!r}" for name, value in (("encoding", self._encoding), ("errors", self._errors))
                 if value is not None]
        return f"{type(self).__name__}({', '.join(args)})"


# Containers of actions.


class _ActionsContainer:
    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._registries = {"action": {
            None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction,
            "store_true": _StoreTrueAction, "store_false": _StoreFalseAction, "append": _AppendAction,
            "append_const": _AppendConstAction, "count": _CountAction, "help": _HelpAction,
            "version": _VersionAction, "parsers": _SubParsersAction, "extend": _ExtendAction}, "type": {None: _same}}
        self._get_handler()
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._negative_number_matcher = _re.compile(r"-\.?\d")
        self._has_negative_number_optionals = []

    def _get_handler(self):
        if self.conflict_handler not in ("error", "resolve"):
            raise ValueError(f"invalid conflict_resolution value: {self.conflict_handler!r}")

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        try:
            return self._registries[registry_name].get(value, default)
        except TypeError:
            return default

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        """Adds an option or a positional."""
        prefixes = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in prefixes:
            if args and "dest" in kwargs:
                raise TypeError("dest supplied twice for positional argument")
            kwargs = self._positional(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if "default" not in kwargs:
            dest = kwargs["dest"]
            if dest in self._defaults:
                kwargs["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        name = kwargs.pop("action", None)
        action_class = self._registry_get("action", name, name)
        if not callable(action_class):
            raise ValueError(f"unknown action {action_class!r}")
        action = action_class(**kwargs)
        kind = self._registry_get("type", action.type, action.type)
        if not callable(kind):
            raise TypeError(f"{kind!r} is not callable")
        if kind is FileType:
            raise TypeError(f"{kind!r} is a FileType class object, instance of it must be passed")
        if hasattr(self, "_get_formatter"):
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError("length of metavar tuple does not match nargs") from None
        return self._add_action(action)

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        self._check_conflict(action)
        self._actions.append(action)
        action.container = self
        for option in action.option_strings:
            self._option_string_actions[option] = action
            if self._negative_number_matcher.match(option) and not self._has_negative_number_optionals:
                self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _add_container_actions(self, container):
        """Takes over the actions of a parent parser, group by group."""
        groups = {group.title: group for group in self._action_groups}
        homes = {}
        for group in container._action_groups:
            if group.title not in groups:
                groups[group.title] = self.add_argument_group(group.title, group.description)
            for action in group._group_actions:
                homes[action] = groups[group.title]
        for group in container._mutually_exclusive_groups:
            home = self if group._container is container else groups.get(group._container.title, self)
            exclusive = home.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                homes[action] = exclusive
        for action in container._actions:
            homes.get(action, self)._add_action(action)

    def _positional(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get("nargs")
        if nargs == 0:
            raise ValueError("nargs for positionals must be != 0")
        kwargs["required"] = nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS) or (
            nargs == ZERO_OR_MORE and "default" not in kwargs)
        if nargs == ZERO_OR_MORE and "default" not in kwargs:
            kwargs["required"] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _optional(self, *args, **kwargs):
        long = []
        for option in args:
            if option[0] not in self.prefix_chars:
                raise ValueError(f"invalid option string {option!r}: must start with a character "
                                 f"{self.prefix_chars!r}")
            if len(option) > 1 and option[1] in self.prefix_chars:
                long.append(option)
        dest = kwargs.pop("dest", None)
        if dest is None:
            source = long[0] if long else args[0]
            dest = source.lstrip(self.prefix_chars)
            if not dest:
                raise ValueError(f"dest= is required for options like {source!r}")
            dest = dest.replace("-", "_")
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _check_conflict(self, action):
        conflicts = [(option, self._option_string_actions[option]) for option in action.option_strings
                     if option in self._option_string_actions]
        if not conflicts:
            return
        if self.conflict_handler == "error":
            plural = "s" if len(conflicts) > 1 else ""
            names = ", ".join(option for option, _ in conflicts)
            raise ArgumentError(action, f"conflicting option string{plural}: {names}")
        for option, other in conflicts:
            other.option_strings.remove(option)
            self._option_string_actions.pop(option, None)
            if not other.option_strings:
                other.container._remove_action(other)


def _same(string):
    return string


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, **kwargs):
        kwargs.setdefault("conflict_handler", container.conflict_handler)
        kwargs.setdefault("prefix_chars", container.prefix_chars)
        kwargs.setdefault("argument_default", container.argument_default)
        super().__init__(description=description, **kwargs)
        self.title = title
        self._group_actions = []
        self._container = container
        self._registries = container._registries
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._has_negative_number_optionals = container._has_negative_number_optionals
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        raise ValueError("argument groups cannot be nested")


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)

    def add_mutually_exclusive_group(self, **kwargs):
        raise ValueError("mutually exclusive groups cannot be nested")


# The parser.


class ArgumentParser(_Attributes, _ActionsContainer):
    """Reads command lines."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None, argument_default=None,
                 conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True):
        _ActionsContainer.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        if prog is None:
            prog = _os.path.basename(_sys.argv[0] if _sys.argv else "")
        self.prog = prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if add_help:
            prefix = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(prefix + "h", prefix * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError("parents must be a list of ArgumentParser")
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def _shown(self):
        names = ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")
        return [(name, getattr(self, name)) for name in names]

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            raise ValueError("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop("title", "subcommands"),
                                                       kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, "")
            kwargs["prog"] = formatter.format_help().strip()
        action = self._registry_get("action", kwargs.pop("action", "parsers"))(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    def parse_args(self, args=None, namespace=None):
        args, rest = self.parse_known_args(args, namespace)
        if rest:
            message = "unrecognized arguments: " + " ".join(rest)
            if not self.exit_on_error:
                raise ArgumentError(None, message)
            self.error(message)
        return args

    def parse_known_args(self, args=None, namespace=None):
        return self._begin(args, namespace, intermixed=False)

    def parse_intermixed_args(self, args=None, namespace=None):
        args, rest = self.parse_known_intermixed_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: " + " ".join(rest))
        return args

    def parse_known_intermixed_args(self, args=None, namespace=None):
        return self._begin(args, namespace, intermixed=True)

    def _begin(self, args, namespace, intermixed):
        args = _sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if not self.exit_on_error:
            return self._parse(args, namespace, intermixed)
        try:
            return self._parse(args, namespace, intermixed)
        except ArgumentError as error:
            self.error(str(error))

    def _parse(self, args, namespace, intermixed):
        if self.fromfile_prefix_chars is not None:
            args = self._read_args_from_files(args)
        namespace, rest = _Run(self, args, namespace, intermixed).run()
        if hasattr(namespace, _UNRECOGNIZED):
            rest.extend(getattr(namespace, _UNRECOGNIZED))
            delattr(namespace, _UNRECOGNIZED)
        return namespace, rest

    def _read_args_from_files(self, args):
        found = []
        for arg in args:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                found.append(arg)
                continue
            try:
                with open(arg[1:]) as file:
                    lines = [word for line in file.read().splitlines() for word in self.convert_arg_line_to_args(line)]
                found.extend(self._read_args_from_files(lines))
            except OSError as error:
                raise ArgumentError(None, str(error))
        return found

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _parse_optional(self, arg):
        """The options that an argument may be: (action, option, separator, value); None for a positional."""
        if not arg or arg[0] not in self.prefix_chars:
            return None
        if arg in self._option_string_actions:
            return [(self._option_string_actions[arg], arg, None, None)]
        if len(arg) == 1:
            return None
        option, separator, value = arg.partition("=")
        if separator and option in self._option_string_actions:
            return [(self._option_string_actions[option], option, separator, value)]
        found = self._get_option_tuples(arg)
        if found:
            return found
        if self._negative_number_matcher.match(arg) and not self._has_negative_number_optionals:
            return None
        if " " in arg:
            return None
        return [(None, arg, None, None)]

    def _get_option_tuples(self, arg):
        prefixes = self.prefix_chars
        found = []
        if arg[1] in prefixes:
            if self.allow_abbrev:
                option, separator, value = arg.partition("=")
                value = value if separator else None
                for known, action in self._option_string_actions.items():
                    if known.startswith(option):
                        found.append((action, known, separator or None, value))
            return found
        option, separator, value = arg.partition("=")
        short, rest = arg[:2], arg[2:]
        for known, action in self._option_string_actions.items():
            if known == short:
                if rest and rest[0] == "=":
                    found.append((action, known, "=", rest[1:]))
                else:
                    found.append((action, known, "", rest))
            elif self.allow_abbrev and known.startswith(option):
                found.append((action, known, separator or None, value if separator else None))
        return found

    def _get_values(self, action, arguments):
        if action.nargs == OPTIONAL and not arguments:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._get_value(action, value)
            return value
        if action.nargs == ZERO_OR_MORE and not arguments and not action.option_strings:
            return action.default if action.default is not None else []
        if len(arguments) == 1 and action.nargs in (None, OPTIONAL):
            value = self._get_value(action, arguments[0])
            self._check_value(action, value)
            return value
        if action.nargs == REMAINDER:
            return [self._get_value(action, argument) for argument in arguments]
        if action.nargs == PARSER:
            values = [self._get_value(action, argument) for argument in arguments]
            self._check_value(action, values[0])
            return values
        if action.nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, argument) for argument in arguments]
        for value in values:
            self._check_value(action, value)
        return values

    def _get_value(self, action, argument):
        function = self._registry_get("type", action.type, action.type)
        try:
            return function(argument)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {argument!r}") from None

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = iter(choices)
        if value not in choices:
            shown = ", ".join(map(repr, action.choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {shown})")

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            file = file or _sys.stderr
            try:
                file.write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        """Says what is wrong, and ends the program with status 2."""
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def _warning(self, message):
        self._print_message(f"{self.prog}: warning: {message}\n", _sys.stderr)


def _pattern_of(action):
    """What an action takes, as a pattern over the kinds of arguments: A an argument, O an option, - a `--`."""
    nargs = action.nargs
    if nargs is None:
        pattern = "([A])"
    elif nargs == OPTIONAL:
        pattern = "([A]?)"
    elif nargs == ZERO_OR_MORE:
        pattern = "([A-]*)"
    elif nargs == ONE_OR_MORE:
        pattern = "([A][A-]*)"
    elif nargs == REMAINDER:
        pattern = "([AO-]*)"
    elif nargs == PARSER:
        pattern = "(A[AO-]*)"
    elif nargs == SUPPRESS:
        pattern = "()"
    else:
        pattern = "(" + "A" * nargs + ")"
    if action.option_strings:
        return pattern.replace("-", "")
    if nargs in (PARSER, REMAINDER):
        return "(-*" + pattern[1:]
    inner = pattern[1:-1]
    if nargs not in (None, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, SUPPRESS):
        inner = "-*".join("A" * nargs)
    elif nargs in (ZERO_OR_MORE, ONE_OR_MORE):
        return "(-*" + inner + ")"
    return "(-*" + inner + "-*)"


class _Run:
    """One reading of a command line."""

    def __init__(self, parser, args, namespace, intermixed):
        self.parser = parser
        self.args = args
        self.namespace = namespace
        self.intermixed = intermixed
        self.options = {}
        self.rest = []
        self.positionals = parser._get_positional_actions()
        self.seen = set()
        self.seen_non_default = set()
        self.warned = set()
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for place, action in enumerate(group._group_actions):
                others = self.conflicts.setdefault(action, [])
                others += group._group_actions[:place] + group._group_actions[place + 1:]
        kinds = []
        words = iter(enumerate(args))
        for place, arg in words:
            if arg == "--":
                kinds.append("-")
                kinds += "A" * sum(1 for _ in words)
                break
            found = parser._parse_optional(arg)
            if found is None:
                kinds.append("A")
            else:
                self.options[place] = found
                kinds.append("O")
        self.kinds = "".join(kinds)

    def run(self):
        place = 0
        last = max(self.options, default=-1)
        late = []
        while place <= last:
            following = place
            while following <= last and following not in self.options:
                following += 1
            if not self.intermixed and place != following:
                after = self.take_positionals(place)
                if after > place:
                    place = after
                    continue
            if place not in self.options:
                skipped = self.args[place:following]
                (late if self.intermixed else self.rest).extend(skipped)
                place = following
            place = self.take_option(place)
        if self.intermixed:
            self.args = late + self.args[place:]
            self.kinds = "".join("A" for _ in late) + self.kinds[place:]
            place = 0
        place = self.take_positionals(place)
        self.rest.extend(self.args[place:])
        self.finish()
        return self.namespace, self.rest

    def act(self, action, arguments, option=None):
        self.seen.add(action)
        values = self.parser._get_values(action, arguments)
        if action.nargs == OPTIONAL or action.nargs == ZERO_OR_MORE:
            is_default = not arguments and not action.option_strings
        else:
            is_default = False
        if not is_default:
            self.seen_non_default.add(action)
            for other in self.conflicts.get(action, ()):
                if other in self.seen_non_default:
                    raise ArgumentError(action, f"not allowed with argument {_argument_name(other)}")
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def take_option(self, start):
        found = self.options[start]
        if len(found) > 1:
            names = ", ".join(option for _, option, _, _ in found)
            raise ArgumentError(None, f"ambiguous option: {self.args[start]} could match {names}")
        action, option, separator, value = found[0]
        jobs = []
        while True:
            if action is None:
                self.rest.append(self.args[start])
                stop = start + 1
                return self.after(jobs, stop)
            if value is None:
                first = start + 1
                count = self.count(action, self.kinds[first:])
                stop = first + count
                jobs.append((action, self.args[first:stop], option))
                return self.after(jobs, stop)
            count = self.count_or_none(action, "A")
            prefixes = self.parser.prefix_chars
            if count == 0 and option[1] not in prefixes and value != "":
                if separator or value[0] in prefixes:
                    raise ArgumentError(action, f"ignored explicit argument {value!r}")
                jobs.append((action, [], option))
                option = option[0] + value[0]
                known = self.parser._option_string_actions
                if option in known:
                    action = known[option]
                    value = value[1:]
                    if not value:
                        separator = value = None
                    elif value[0] == "=":
                        separator, value = "=", value[1:]
                    else:
                        separator = ""
                    continue
                self.rest.append(option[0] + value)
                return self.after(jobs, start + 1)
            if count == 1:
                jobs.append((action, [value], option))
                return self.after(jobs, start + 1)
            raise ArgumentError(action, f"ignored explicit argument {value!r}")

    def after(self, jobs, stop):
        for action, arguments, option in jobs:
            if action.deprecated and option not in self.warned:
                self.warned.add(option)
                self.parser._warning(f"option '{option}' is deprecated")
            self.act(action, arguments, option)
        return stop

    def count_or_none(self, action, kinds):
        match = _re.match(_pattern_of(action), kinds) if action.nargs != 0 else _re.match("()", kinds)
        return None if match is None else len(match.group(1))

    def count(self, action, kinds):
        found = self.count_or_none(action, kinds)
        if found is not None:
            return found
        nargs = action.nargs
        if nargs is None:
            message = "expected one argument"
        elif nargs == OPTIONAL:
            message = "expected at most one argument"
        elif nargs == ONE_OR_MORE:
            message = "expected at least one argument"
        else:
            message = f"expected {nargs} argument{'' if nargs == 1 else 's'}"
        raise ArgumentError(action, message)

    def take_positionals(self, start):
        """Lets as many positionals as can match what comes up to the next option."""
        kinds = self.kinds[start:]
        counts = []
        for end in range(len(self.positionals), 0, -1):
            pattern = "".join(map(_pattern_of, self.positionals[:end]))
            match = _re.match(pattern, kinds)
            if match is not None:
                counts = [len(group) for group in match.groups()]
                break
        taken = self.positionals[:len(counts)]
        for action, count in zip(taken, counts):
            arguments = self.args[start:start + count]
            kinds = self.kinds[start:start + count]
            start += count
            if action.nargs == PARSER:
                if kinds[:1] == "-":
                    arguments.remove("--")
            elif action.nargs != REMAINDER:
                if "-" in kinds:
                    arguments.remove("--")
            elif kinds[:1] == "-":
                arguments.remove("--")
            if action.deprecated and arguments:
                self.parser._warning(f"argument '{action.dest}' is deprecated")
            self.act(action, arguments)
        self.positionals = self.positionals[len(counts):]
        return start

    def finish(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_argument_name(action))
            elif (action.default is not None and isinstance(action.default, str)
                    and hasattr(self.namespace, action.dest)
                    and action.default is getattr(self.namespace, action.dest)):
                setattr(self.namespace, action.dest, self.parser._get_value(action, action.default))
        if missing:
            raise ArgumentError(None, "the following arguments are required: " + ", ".join(missing))
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_non_default for action in group._group_actions):
                names = [_argument_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")
