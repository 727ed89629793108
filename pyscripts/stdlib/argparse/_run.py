"""One run of a parser over the words of a command line."""

import re as _re
from argparse._common import (
    ArgumentError, ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, _argument_name,
)


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
