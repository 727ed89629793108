"""Python's regular expressions in the syntax of the engine."""

IGNORECASE, LOCALE, MULTILINE, DOTALL, UNICODE, VERBOSE, ASCII = 2, 4, 8, 16, 32, 64, 256

_LETTERS = {"i": IGNORECASE, "L": LOCALE, "m": MULTILINE, "s": DOTALL, "u": UNICODE, "x": VERBOSE, "a": ASCII}
_ASCII_CLASSES = {"d": "0-9", "w": "a-zA-Z0-9_", "s": " \\t\\n\\r\\x0B\\x0C"}
_SPACES = "\\s\\x1C-\\x1F"
_PLAIN = {"a": 7, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}


class PatternError(Exception):
    """Exception raised for invalid regular expressions."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


class Translator:
    def __init__(self, pattern, flags, source):
        self.pattern, self.flags, self.source, self.at = pattern, flags, source, 0
        self.groups, self.names, self.open = 0, {}, set()

    def fail(self, message, at=None):
        raise PatternError(message, self.source, self.at if at is None else at)

    def translate(self):
        body = self.alternatives(self.flags, 0)
        if self.at < len(self.pattern):
            self.fail("unbalanced parenthesis")
        return body

    def peek(self, text):
        return self.pattern.startswith(text, self.at)

    def alternatives(self, flags, depth):
        """Up to the closing parenthesis or the end. Global flags at the start hold for all that follows."""
        parts, last = [], None
        while self.at < len(self.pattern):
            mark = self.pattern[self.at]
            if mark == ")":
                break
            if mark == "|":
                self.at += 1
                parts.append("|")
                last = None
                continue
            flags = self.flags | flags if depth == 0 else flags
            if flags & VERBOSE and mark in " \t\n\r\v\f":
                self.at += 1
                continue
            if flags & VERBOSE and mark == "#":
                end = self.pattern.find("\n", self.at)
                self.at = len(self.pattern) if end < 0 else end + 1
                continue
            quantifier = self.quantifier()
            if quantifier is not None:
                text, start = quantifier
                if last is None:
                    self.fail("nothing to repeat", start)
                if last == "repeat":
                    self.fail("multiple repeat", start)
                parts.append(text)
                last = "repeat"
                continue
            item = self.item(flags, depth)
            if item:
                parts.append(item)
                last = None if item == "^" and False else "item"
        return "".join(parts)

    def quantifier(self):
        start, mark = self.at, self.pattern[self.at]
        if mark in "*+?":
            text = mark
            self.at += 1
        elif mark == "{":
            end = self.pattern.find("}", self.at)
            inside = self.pattern[self.at + 1:end] if end > 0 else ""
            low, comma, high = inside.partition(",")
            if end < 0 or not (low or comma) or not (low + high or comma) or not (low + high).isdigit() and low + high:
                return None
            if not low and not high and not comma:
                return None
            if low and high and int(low) > int(high):
                self.fail("min repeat greater than max repeat", start + 1)
            text = "{" + (low or "0") + comma + high + "}"
            self.at = end + 1
        else:
            return None
        if self.at < len(self.pattern) and self.pattern[self.at] in "?+":
            text += self.pattern[self.at]
            self.at += 1
        return text, start

    def item(self, flags, depth):
        mark = self.pattern[self.at]
        if mark == "\\":
            return self.escape(flags)
        if mark == "[":
            return self.set_of_characters(flags)
        if mark == "(":
            return self.group(flags, depth)
        self.at += 1
        if mark == ".":
            return "(?s:.)" if flags & DOTALL else "[^\\n]"
        if mark == "^":
            return "(?m:^)" if flags & MULTILINE else "\\A"
        if mark == "$":
            return "(?m:$)" if flags & MULTILINE else "(?=\\n?\\z)"
        return self.literal(ord(mark))

    def literal(self, point):
        character = chr(point)
        if character.isalnum() and point < 128:
            return character
        return "\\x{%x}" % point

    def number(self, width, start):
        digits = self.pattern[self.at:self.at + width]
        if len(digits) < width or any(digit not in "0123456789abcdefABCDEF" for digit in digits):
            self.fail("incomplete escape " + self.pattern[start:self.at + len(digits)], start)
        self.at += width
        return int(digits, 16)

    def character_escape(self, letter, start):
        """The code point of an escape that both sets and plain text know, or None."""
        if letter in _PLAIN:
            return _PLAIN[letter]
        if letter in "xuU":
            return self.number({"x": 2, "u": 4, "U": 8}[letter], start)
        if letter == "N" and self.peek("{"):
            end = self.pattern.find("}", self.at)
            if end < 0:
                self.fail("missing }, unterminated name", start)
            name = self.pattern[self.at + 1:end]
            self.at = end + 1
            try:
                return ord(("\\N{%s}" % name).encode("ascii").decode("unicode_escape"))
            except (UnicodeError, TypeError):
                self.fail("undefined character name " + repr(name), start)
        return None

    def take_escape(self):
        start = self.at
        if start + 1 >= len(self.pattern):
            self.fail("bad escape (end of pattern)", start)
        self.at += 2
        return start, self.pattern[start + 1]

    def escape(self, flags):
        start, letter = self.take_escape()
        if letter in "dws":
            if flags & ASCII:
                return f"[{_ASCII_CLASSES[letter]}]"
            return f"[{_SPACES}]" if letter == "s" else "\\" + letter
        if letter in "DWS":
            if flags & ASCII:
                return f"[^{_ASCII_CLASSES[letter.lower()]}]"
            return f"[^{_SPACES}]" if letter == "S" else "\\" + letter
        if letter in "bB":
            if flags & ASCII:
                word = "[a-zA-Z0-9_]"
                inside = f"(?<={word})(?!{word})|(?<!{word})(?={word})"
                outside = f"(?<={word})(?={word})|(?<!{word})(?!{word})"
                return f"(?:{inside if letter == 'b' else outside})"
            return "\\" + letter
        if letter == "A":
            return "\\A"
        if letter == "Z":
            return "\\z"
        point = self.character_escape(letter, start)
        if point is not None:
            return self.literal(point)
        if letter == "0":
            digits = ""
            while len(digits) < 2 and self.at < len(self.pattern) and self.pattern[self.at] in "01234567":
                digits += self.pattern[self.at]
                self.at += 1
            return self.literal(int("0" + digits, 8))
        if letter in "123456789":
            digits = letter
            if self.at < len(self.pattern) and self.pattern[self.at] in "0123456789":
                second = self.pattern[self.at]
                third = self.pattern[self.at + 1:self.at + 2]
                if letter in "0123" and second in "01234567" and third and third in "01234567":
                    self.at += 2
                    return self.literal(int(digits + second + third, 8))
                digits += second
                self.at += 1
            return self.reference(int(digits), start + 1)
        if letter.isalpha() and letter.isascii():
            self.fail("bad escape \\" + letter, start)
        return self.literal(ord(letter))

    def reference(self, group, at):
        if group > self.groups:
            self.fail(f"invalid group reference {group}", at)
        if group in self.open:
            self.fail("cannot refer to an open group", at)
        return f"(?P=g{group})"

    def set_member(self, flags):
        """A class for the set, or a code point."""
        if self.pattern[self.at] != "\\":
            self.at += 1
            return None, ord(self.pattern[self.at - 1])
        start, letter = self.take_escape()
        if letter in "dws":
            inside = _ASCII_CLASSES[letter] if flags & ASCII else _SPACES if letter == "s" else "\\" + letter
            return inside, None
        if letter in "DWS":
            if flags & ASCII:
                return f"[^{_ASCII_CLASSES[letter.lower()]}]", None
            return f"[^{_SPACES}]" if letter == "S" else "\\" + letter, None
        if letter == "b":
            return None, 8
        point = self.character_escape(letter, start)
        if point is None and letter in "01234567":
            digits = letter
            while len(digits) < 3 and self.at < len(self.pattern) and self.pattern[self.at] in "01234567":
                digits += self.pattern[self.at]
                self.at += 1
            point = int(digits, 8)
        if point is None:
            if letter.isalnum() and letter.isascii():
                self.fail("bad escape \\" + letter, start)
            point = ord(letter)
        return None, point

    def set_of_characters(self, flags):
        start = self.at
        self.at += 1
        parts, first = [], True
        negated = self.peek("^")
        self.at += negated
        while True:
            if self.at >= len(self.pattern):
                self.fail("unterminated character set", start)
            if self.pattern[self.at] == "]" and not first:
                self.at += 1
                break
            first = False
            member_at = self.at
            group, low = self.set_member(flags)
            after = self.pattern[self.at + 1:self.at + 2]
            if self.peek("-") and after and after != "]":
                self.at += 1
                other, high = self.set_member(flags)
                shown = self.pattern[member_at:self.at]
                if group is not None or other is not None:
                    self.fail("bad character range " + shown, member_at)
                if high < low:
                    self.fail("bad character range " + shown, member_at)
                parts.append(f"{self.literal(low)}-{self.literal(high)}")
            else:
                parts.append(self.literal(low) if group is None else group)
        return f"[{'^' if negated else ''}{''.join(parts)}]"

    def close(self, start):
        if not self.peek(")"):
            self.fail("missing ), unterminated subpattern", start)
        self.at += 1

    def capturing(self, name, flags, depth, start):
        self.groups += 1
        group = self.groups
        if name is not None:
            if not name.isidentifier():
                self.fail(f"bad character in group name {name!r}", start + 4)
            if name in self.names:
                known = self.names[name]
                self.fail(f"redefinition of group name {name!r} as group {group}; was group {known}", start + 4)
            self.names[name] = group
        self.open.add(group)
        body = self.alternatives(flags, depth + 1)
        self.close(start)
        self.open.discard(group)
        return f"(?P<g{group}>{body})"

    def until(self, end, missing="group name"):
        stop = self.pattern.find(end, self.at)
        if stop < 0:
            self.fail(f"missing {end}, unterminated name")
        if stop == self.at:
            self.fail(f"missing {missing}")
        text = self.pattern[self.at:stop]
        self.at = stop + 1
        return text

    def group(self, flags, depth):
        start = self.at
        self.at += 1
        if not self.peek("?"):
            return self.capturing(None, flags, depth, start)
        self.at += 1
        if self.at >= len(self.pattern):
            self.fail("unexpected end of pattern")
        if self.peek("P"):
            self.at += 1
            if self.peek("<"):
                self.at += 1
                return self.capturing(self.until(">"), flags, depth, start)
            if self.peek("="):
                self.at += 1
                name = self.until(")")
                if name not in self.names:
                    self.fail(f"unknown group name {name!r}", start + 4)
                return self.reference(self.names[name], start + 4)
            self.fail("unknown extension ?P" + self.pattern[self.at:self.at + 1], start + 1)
        if self.peek("#"):
            stop = self.pattern.find(")", self.at)
            if stop < 0:
                self.fail("missing ), unterminated comment", start)
            self.at = stop + 1
            return ""
        if self.peek("("):
            self.at += 1
            name = self.until(")")
            group = int(name) if name.isdigit() else self.names.get(name)
            if group is None:
                self.fail(f"unknown group name {name!r}", start + 3)
            if group > self.groups:
                self.fail(f"invalid group reference {group}", start + 3)
            body = self.alternatives(flags, depth + 1)
            self.close(start)
            return f"(?({group}){body})"
        for opening in (":", "=", "!", ">", "<=", "<!"):
            if self.peek(opening):
                self.at += len(opening)
                body = self.alternatives(flags, depth + 1)
                self.close(start)
                return f"(?{opening}{body})"
        if self.peek("<"):
            self.fail("unknown extension ?<" + self.pattern[self.at + 1:self.at + 2], start + 1)
        return self.flag_group(flags, depth, start)

    def flag_group(self, flags, depth, start):
        on, off, removing = 0, 0, False
        while self.at < len(self.pattern):
            mark = self.pattern[self.at]
            self.at += 1
            if mark == "-" and not removing:
                removing = True
            elif mark in _LETTERS:
                if removing:
                    off |= _LETTERS[mark]
                else:
                    on |= _LETTERS[mark]
            elif mark == ")" and not removing and on:
                if start != 0:
                    self.fail("global flags not at the start of the expression", start)
                self.flags |= on
                return ""
            elif mark == ":" and (on or off):
                new = (flags | on) & ~off
                if on & UNICODE:
                    new &= ~ASCII
                body = self.alternatives(new, depth + 1)
                self.close(start)
                case = "i" if new & IGNORECASE else "-i"
                return f"(?{case}:{body})"
            else:
                self.fail("unknown extension ?" + mark if self.at == start + 3 else "unknown flag", self.at - 2)
        self.fail("missing -, : or )")
