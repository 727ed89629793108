"""Patterns as trees, for programs that look into them: how wide can a match be, what does it begin with?

The engine has a parser of its own, `_re`; it judges each pattern first, so this one sees valid patterns only.
"""

import re
import unicodedata

from re._constants import *  # noqa: F403

MAXWIDTH = 1 << 64

FLAGS = {"i": 2, "L": 4, "m": 8, "s": 16, "x": 64, "a": 256, "t": 1, "u": 32}
TYPE_FLAGS = SRE_FLAG_ASCII | SRE_FLAG_LOCALE | SRE_FLAG_UNICODE
GLOBAL_FLAGS = SRE_FLAG_DEBUG

_CATEGORIES = {
    "d": CATEGORY_DIGIT, "D": CATEGORY_NOT_DIGIT, "s": CATEGORY_SPACE, "S": CATEGORY_NOT_SPACE, "w": CATEGORY_WORD,
    "W": CATEGORY_NOT_WORD,
}
_PLACES = {"A": AT_BEGINNING_STRING, "b": AT_BOUNDARY, "B": AT_NON_BOUNDARY, "Z": AT_END_STRING}
_CONTROLS = {"a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}
SPECIAL_CHARS = ".\\[{()*+?^$|"
REPEAT_CHARS = "*+?{"
DIGITS, OCTDIGITS, HEXDIGITS = frozenset("0123456789"), frozenset("01234567"), frozenset("0123456789abcdefABCDEF")
ASCIILETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
WHITESPACE = frozenset(" \t\n\r\v\f")
ESCAPES = {"\\" + letter: (LITERAL, code) for letter, code in [*_CONTROLS.items(), ("\\", 92)]}
CATEGORIES = {
    **{"\\" + letter: (AT, place) for letter, place in _PLACES.items()},
    **{"\\" + letter: (IN, [(CATEGORY, category)]) for letter, category in _CATEGORIES.items()},
}
_SINGLE = {ANY, RANGE, IN, LITERAL, NOT_LITERAL, CATEGORY}
_REPEATS = {MIN_REPEAT, MAX_REPEAT, POSSESSIVE_REPEAT}


class State:
    """What is known of the whole pattern."""

    def __init__(self):
        self.flags = 0
        self.str = ""
        self.groupdict = {}
        self.groupwidths = [None]  # of group 0, which has no end while it is parsed

    @property
    def groups(self):
        """The number of groups, the whole match among them."""
        return len(self.groupwidths)


class SubPattern:
    """A sequence of items, each a pair of a name and what belongs to it."""

    def __init__(self, state, data=None):
        self.state = state
        self.data = [] if data is None else data
        self.width = None

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return SubPattern(self.state, self.data[index])
        return self.data[index]

    def __setitem__(self, index, code):
        self.data[index] = code

    def __delitem__(self, index):
        del self.data[index]

    def insert(self, index, code):
        """Put an item before another."""
        self.data.insert(index, code)

    def append(self, code):
        """Add an item."""
        self.data.append(code)

    def getwidth(self):
        """The least and the greatest length of what matches."""
        if self.width is None:
            least = most = 0
            for op, argument in self.data:
                low, high = self._item_width(op, argument)
                least, most = least + low, most + high
            self.width = min(least, MAXWIDTH), min(most, MAXWIDTH)
        return self.width

    def _item_width(self, op, argument):
        if op in _SINGLE:
            return 1, 1
        if op is BRANCH:
            widths = [one.getwidth() for one in argument[1]]
            return min(low for low, _ in widths), max(high for _, high in widths)
        if op is ATOMIC_GROUP:
            return argument.getwidth()
        if op is SUBPATTERN:
            return argument[-1].getwidth()
        if op in _REPEATS:
            low, high = argument[2].getwidth()
            if argument[1] == MAXREPEAT and high:
                return low * argument[0], MAXWIDTH
            return low * argument[0], high * argument[1]
        if op is GROUPREF:
            return self.state.groupwidths[argument]
        if op is GROUPREF_EXISTS:
            low, high = argument[1].getwidth()
            other_low, other_high = argument[2].getwidth() if argument[2] is not None else (0, 0)
            return min(low, other_low), max(high, other_high)
        return 0, 0  # places and assertions


class _Reader:
    """Makes the tree."""

    def __init__(self, text, state):
        self.text = text
        self.state = state
        self.at = 0

    def peek(self, text):
        return self.text.startswith(text, self.at)

    def take(self, text):
        """Step over a text if it comes next."""
        if self.peek(text):
            self.at += len(text)
            return True
        return False

    def until(self, end):
        """What comes before `end`; steps over both."""
        stop = self.text.index(end, self.at)
        part = self.text[self.at:stop]
        self.at = stop + len(end)
        return part

    def while_in(self, characters, most):
        """As many of some characters as come next."""
        start = self.at
        while self.at < len(self.text) and self.at - start < most and self.text[self.at] in characters:
            self.at += 1
        return self.text[start:self.at]

    def branches(self, flags):
        """`a|b`, up to a `)` or the end."""
        found = [self.sequence(flags)]
        while self.take("|"):
            found.append(self.sequence(flags))
        if len(found) == 1:
            return found[0]
        return SubPattern(self.state, self._joined(found))

    def _joined(self, found):
        """Branches as items: what all begin with comes first, and single characters are a set."""
        items = []
        while all(len(one) for one in found) and all(one[0] == found[0][0] for one in found):
            items.append(found[0][0])
            found = [one[1:] for one in found]
        characters = []
        for one in found:
            if len(one) != 1:
                break
            op, argument = one[0]
            if op is LITERAL:
                characters.append((op, argument))
            elif op is IN and argument[0][0] is not NEGATE:
                characters += argument
            else:
                break
        else:
            return items + [(IN, list(dict.fromkeys(characters)))]
        return items + [(BRANCH, (None, found))]

    def sequence(self, flags):
        """Items one after the other."""
        result = SubPattern(self.state)
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            if flags & SRE_FLAG_VERBOSE and self._skipped():
                continue
            if self.peek("(?#"):
                self.until(")")
                continue
            if (repeat := self._repeat()) is not None:
                op, low, high = repeat
                item = result[-1:]
                op_before, argument = item[0]
                if op_before is SUBPATTERN and argument[0] is None and not argument[1] and not argument[2]:
                    item = argument[3]
                result[-1] = (op, (low, high, item))
                continue
            changed = self._global_flags()
            if changed is not None:
                flags |= changed
                continue
            result.append(self._item(flags))
        for place in range(len(result) - 1, -1, -1):  # what was put in a group for nothing but order
            op, argument = result[place]
            if op is SUBPATTERN and argument[0] is None and not argument[1] and not argument[2]:
                result.data[place:place + 1] = argument[3].data
        return result

    def _skipped(self):
        if self.text[self.at] in " \t\n\r\v\f":
            self.at += 1
            return True
        if self.take("#"):
            end = self.text.find("\n", self.at)
            self.at = len(self.text) if end < 0 else end + 1
            return True
        return False

    def _repeat(self):
        """A quantifier: its kind and bounds; None if there is none."""
        character = self.text[self.at]
        if character in "*+?":
            self.at += 1
            low, high = {"*": (0, MAXREPEAT), "+": (1, MAXREPEAT), "?": (0, 1)}[character]
        elif found := re.compile(r"\{(?=[0-9,])([0-9]*)(?:(,)([0-9]*))?\}").match(self.text, self.at):
            self.at = found.end()
            low = int(found[1] or 0)
            high = (int(found[3]) if found[3] else MAXREPEAT) if found[2] else low
        else:
            return None
        kind = MIN_REPEAT if self.take("?") else POSSESSIVE_REPEAT if self.take("+") else MAX_REPEAT
        return kind, low, high

    def _global_flags(self):
        """The flags of `(?ims)`, which hold for the whole pattern; None if that does not come next."""
        found = re.compile(r"\(\?([aiLmsux]+)\)").match(self.text, self.at)
        if found is None:
            return None
        self.at = found.end()
        flags = 0
        for letter in found[1]:
            flags |= FLAGS[letter]
        self.state.flags |= flags
        return flags

    def _item(self, flags):
        character = self.text[self.at]
        self.at += 1
        if character == "\\":
            return self._escape(False)
        if character == ".":
            return ANY, None
        if character == "^":
            return AT, AT_BEGINNING
        if character == "$":
            return AT, AT_END
        if character == "[":
            return self._set()
        if character == "(":
            return self._group(flags)
        return LITERAL, ord(character)

    def _escape(self, in_set):
        letter = self.text[self.at]
        self.at += 1
        if letter in _CATEGORIES:
            return (CATEGORY, _CATEGORIES[letter]) if in_set else (IN, [(CATEGORY, _CATEGORIES[letter])])
        if not in_set and letter in _PLACES:
            return AT, _PLACES[letter]
        if letter in _CONTROLS:
            return LITERAL, _CONTROLS[letter]
        if letter in "xuU":
            return LITERAL, int(self.while_in("0123456789abcdefABCDEF", {"x": 2, "u": 4, "U": 8}[letter]), 16)
        if letter == "N":
            self.take("{")
            return LITERAL, ord(unicodedata.lookup(self.until("}")))
        if letter in "0123456789":
            return self._digits(letter, in_set)
        return LITERAL, ord(letter)

    def _digits(self, first, in_set):
        """An octal number, or the number of a group."""
        self.at -= 1
        octal = re.compile("[0-7]{1,3}" if in_set else "0[0-7]{0,2}|[1-3][0-7]{2}").match(self.text, self.at)
        if octal:
            self.at = octal.end()
            return LITERAL, int(octal[0], 8)
        return GROUPREF, int(self.while_in("0123456789", 2))

    def _set(self):
        """What is between brackets."""
        negated = self.take("^")
        items, start = [], self.at
        while self.at == start or not self.peek("]"):
            low = self._set_item()
            if self.peek("-") and not self.peek("-]"):
                self.at += 1
                items.append((RANGE, (low[1], self._set_item()[1])))
            else:
                items.append(low)
        self.at += 1
        items = list(dict.fromkeys(items))
        if len(items) == 1 and items[0][0] is LITERAL:
            return (NOT_LITERAL if negated else LITERAL), items[0][1]
        return IN, [(NEGATE, None)] * negated + items

    def _set_item(self):
        character = self.text[self.at]
        self.at += 1
        return self._escape(True) if character == "\\" else (LITERAL, ord(character))

    def _group(self, flags):
        """What is between parentheses."""
        state = self.state
        if not self.take("?"):
            return self._captured(None, flags)
        if self.take("P<"):
            return self._captured(self.until(">"), flags)
        if self.take("P="):
            return GROUPREF, state.groupdict[self.until(")")]
        for mark, op, direction in (("=", ASSERT, 1), ("!", ASSERT_NOT, 1), ("<=", ASSERT, -1), ("<!", ASSERT_NOT, -1)):
            if self.take(mark):
                inner = self._inner(flags)
                if op is ASSERT_NOT and direction == 1 and not len(inner):
                    return FAILURE, ()
                return op, (direction, inner)
        if self.take(">"):
            return ATOMIC_GROUP, self._inner(flags)
        if self.take("("):
            name = self.until(")")
            group = int(name) if name.isdigit() else state.groupdict[name]
            yes = self.sequence(flags)
            no = self.sequence(flags) if self.take("|") else None
            self.at += 1
            return GROUPREF_EXISTS, (group, yes, no)
        added, _, removed = self.until(":").partition("-")
        added = sum(FLAGS[letter] for letter in set(added))
        removed = sum(FLAGS[letter] for letter in set(removed))
        if added & TYPE_FLAGS:
            flags &= ~TYPE_FLAGS
        return SUBPATTERN, (None, added, removed, self._inner((flags | added) & ~removed))

    def _inner(self, flags):
        inner = self.branches(flags)
        self.at += 1
        return inner

    def _captured(self, name, flags):
        state = self.state
        group = state.groups
        state.groupwidths.append(None)
        if name is not None:
            state.groupdict[name] = group
        inner = self._inner(flags)
        state.groupwidths[group] = inner.getwidth()
        return SUBPATTERN, (group, 0, 0, inner)


def parse(str, flags=0, state=None):
    """The tree of a pattern; raises `re.error` for one that is none."""
    flags = int(flags)
    flags = re.compile(str, flags & ~SRE_FLAG_DEBUG).flags | flags & SRE_FLAG_DEBUG
    if state is None:
        state = State()
    state.flags = flags
    state.str = str
    text = str if isinstance(str, type("")) else str.decode("latin-1")
    return _Reader(text, state).branches(flags)
