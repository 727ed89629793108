"""The parser."""

import os as _os
import sys as _sys
from argparse._common import (
    ArgumentError, ArgumentTypeError, Namespace, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE,
    _Attributes, _UNRECOGNIZED,
)
from argparse._container import _ActionsContainer
from argparse._formatter import HelpFormatter
from argparse._run import _Run


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
