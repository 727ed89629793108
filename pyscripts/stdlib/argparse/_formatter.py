"""How help is laid out."""

import os as _os
import re as _re
import sys as _sys
from argparse._common import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE


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
