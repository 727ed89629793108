"""A parser of XML 1.0 with namespaces: it checks that a document is well-formed, and tells a target what it sees.

It reads no external entities; those that a document declares for itself stand for text only.
"""

import re

_START = (
    ":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF"
    "\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_NAME = re.compile(f"[{_START}][{_START}\\-.0-9\xB7\u0300-\u036F\u203F-\u2040]*")
_SPACE = re.compile(r"[ \t\n]*")
_BAD_LETTER = re.compile("[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_TEXT = re.compile(r"[^<&]+")
_MARKUP = re.compile(r"<!(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
# A whole start or end of an element; a whole declaration of a document's type; what may be the start of a reference.
_TAG = re.compile(r"""<[^>"'!?](?:[^>"']|"[^"]*"|'[^']*')*>""")
_DOCTYPE = re.compile(
    r"""<!DOCTYPE(?:[^>"'\[]|"[^"]*"|'[^']*')*"""
    r"""(?:\[(?:<!--.*?-->|<\?.*?\?>|"[^"]*"|'[^']*'|<(?!!--|\?)|[^\]"'<])*\]\s*)?>""", re.DOTALL
)
_REFERENCE_START = re.compile(r"&[^;<&\s]*")
_DECLARED = re.compile(r"<\?xml[ \t\n?]")
_DECLARATION = re.compile(
    r"""<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.[0-9]+\1"""
    r"""(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])([A-Za-z][A-Za-z0-9._\-]*)\2)?"""
    r"""(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\4)?[ \t\n]*\?>"""
)
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_XML = "http://www.w3.org/XML/1998/namespace"

# The numbers that expat has for what is wrong.
SYNTAX, NO_ELEMENTS, INVALID_TOKEN, UNCLOSED_TOKEN, MISMATCHED_TAG, DUPLICATE_ATTRIBUTE = 2, 3, 4, 5, 7, 8
JUNK_AFTER, UNDEFINED_ENTITY, RECURSIVE_ENTITY, BAD_REFERENCE, MISPLACED_DECLARATION = 9, 11, 12, 14, 17
UNKNOWN_ENCODING, UNCLOSED_CDATA, UNBOUND_PREFIX, BAD_DECLARATION, TOO_LONG = 18, 20, 27, 30, 43
MESSAGES = {
    SYNTAX: "syntax error", NO_ELEMENTS: "no element found", INVALID_TOKEN: "not well-formed (invalid token)",
    UNCLOSED_TOKEN: "unclosed token", MISMATCHED_TAG: "mismatched tag", DUPLICATE_ATTRIBUTE: "duplicate attribute",
    JUNK_AFTER: "junk after document element", UNDEFINED_ENTITY: "undefined entity",
    RECURSIVE_ENTITY: "recursive entity reference", BAD_REFERENCE: "reference to invalid character number",
    MISPLACED_DECLARATION: "XML or text declaration not at start of entity", UNKNOWN_ENCODING: "unknown encoding",
    UNCLOSED_CDATA: "unclosed CDATA section", UNBOUND_PREFIX: "unbound prefix",
    BAD_DECLARATION: "XML declaration not well-formed",
    TOO_LONG: "limit on input amplification factor (from DTD and entities) breached",
}

# Where a parser is.
_START_OF_TEXT, _BEFORE_ROOT, _IN_ROOT, _AFTER_ROOT = "start", "before", "in", "after"

# What an entity may grow to.
_LONGEST = 1 << 22


class NotWellFormed(Exception):
    """What is wrong, and where."""

    def __init__(self, code, line, column, words=None):
        self.code = code
        self.position = line, column
        super().__init__(f"{words or MESSAGES[code]}: line {line}, column {column}")


class Parser:
    """Reads a document.

    The target may have start, end, data, comment, pi, doctype, start_ns, end_ns; and xml, subset, start_cdata,
    end_cdata, entity, which tell of what only looks different."""

    # Without namespaces, names are told as they are written.
    namespaces = True

    def __init__(self, target):
        self.text, self.place = "", 0
        # What came before the text: lines, letters of a line that has begun, and bytes.
        self.lines_before = self.column_before = self.bytes_before = 0
        self.cut_end = ""  # a return of which the newline may still come
        self.stage = _START_OF_TEXT
        self.entities = {}
        self.entities_outside = {}  # what the program knows of those
        self.has_outside = False  # the document names declarations elsewhere, which are not read
        names = ("start", "end", "data", "comment", "pi", "doctype", "start_ns", "end_ns", "xml", "subset",
                 "start_cdata", "end_cdata", "entity")
        self.tell = {name: getattr(target, name, None) for name in names}
        self.open = []  # (the name as it is written, its tag, the namespaces around it, the prefixes it declares)
        self.spaces = {"xml": _XML, "": ""}

    def position(self, place):
        """The line and the column of a place."""
        lines = self.text.count("\n", 0, place)
        if not lines:
            return self.lines_before + 1, self.column_before + place
        return self.lines_before + lines + 1, place - (self.text.rfind("\n", 0, place) + 1)

    def error(self, code, place=None, words=None):
        return NotWellFormed(code, *self.position(self.place if place is None else place), words)

    def at(self, text):
        return self.text.startswith(text, self.place)

    def is_over(self):
        return self.place >= len(self.text)

    def skip(self):
        """Goes past spaces; whether there were any."""
        start = self.place
        self.place = _SPACE.match(self.text, start).end()
        return self.place > start

    def until(self, text, code=UNCLOSED_TOKEN, start=None):
        """What stands before a text; goes past both."""
        end = self.text.find(text, self.place)
        if end < 0:
            raise self.error(code, start)
        found, self.place = self.text[self.place:end], end + len(text)
        return found

    def name(self, start=None):
        match = _NAME.match(self.text, self.place)
        if not match:
            raise self.error(UNCLOSED_TOKEN, start) if self.is_over() else self.error(INVALID_TOKEN)
        self.place = match.end()
        return match.group()

    def check(self, text, start):
        """Refuses letters that XML does not have."""
        bad = _BAD_LETTER.search(text)
        if bad:
            raise self.error(INVALID_TOKEN, start + bad.start())

    # The document as a whole, or piece by piece.

    def append(self, text, is_last):
        text = self.cut_end + text
        self.cut_end = ""
        if not is_last and text.endswith("\r"):
            text, self.cut_end = text[:-1], "\r"
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if self.stage is _START_OF_TEXT and not self.text and text.startswith("\ufeff"):
            text = text[1:]
        self.text += text

    def forget(self):
        """Keeps of what was read only how much it was."""
        line, self.column_before = self.position(self.place)
        self.lines_before = line - 1
        self.bytes_before += len(self.text[:self.place].encode("utf-8", "surrogatepass"))
        self.text, self.place = self.text[self.place:], 0

    def feed(self, text):
        """A piece of the document: tells of what is there as a whole."""
        self.append(text, False)
        while self.has_whole():
            self.step()
        self.forget()

    def finish(self, text=""):
        """The last piece."""
        self.append(text, True)
        while self.stage is not _AFTER_ROOT:
            self.step()
            while self.open:
                self.content()
        while not self.is_over():
            self.epilogue()

    def step(self):
        if self.stage is _IN_ROOT:
            self.content()
        elif self.stage is _BEFORE_ROOT:
            self.prologue()
        elif self.stage is _AFTER_ROOT:
            self.epilogue()
        else:
            self.declaration()
            self.stage = _BEFORE_ROOT

    def has_whole(self):
        """Is there a whole piece of markup, or some text? Of what is wrong enough must be there to see it."""
        if self.stage is _START_OF_TEXT:
            start = self.text[:6]
            return "?>" in self.text if _DECLARED.match(start) else not "<?xml ".startswith(start)
        if self.stage is not _IN_ROOT:
            self.skip()
        first = self.text[self.place:self.place + 1]
        if first == "<":
            return self.has_whole_markup()
        if first == "&":
            return _REFERENCE_START.match(self.text, self.place).end() < len(self.text)
        if not first or self.stage is not _IN_ROOT:
            return bool(first)
        # After a bracket that which ends a CDATA section may come, which is an error here.
        return _TEXT.match(self.text, self.place).end() < len(self.text) or self.text[-1] != "]"

    def has_whole_markup(self):
        text, place = self.text, self.place
        if self.at("<?"):
            return text.find("?>", place) >= 0
        if not self.at("<!"):
            return _TAG.match(text, place) is not None
        if self.at("<!--"):
            return -1 < text.find("--", place + 4) < len(text) - 2
        if self.at("<![CDATA["):
            return text.find("]]>", place) >= 0
        if self.at("<!DOCTYPE"):
            return _DOCTYPE.match(text, place) is not None
        return not any(word.startswith(text[place:place + 9]) for word in ("<!--", "<![CDATA[", "<!DOCTYPE"))

    # Around the root.

    def declaration(self):
        match = _DECLARATION.match(self.text)
        if match:
            self.place = match.end()
            if self.tell["xml"]:
                self.tell["xml"](match.group())
        elif _DECLARED.match(self.text):
            raise self.error(BAD_DECLARATION, 0)

    def prologue(self):
        """A piece of what stands before the root, or the root's start."""
        self.skip()
        if self.at("<!DOCTYPE"):
            self.doctype()
        elif not self.misc():
            if self.is_over():
                raise self.error(NO_ELEMENTS)
            if not self.at("<"):
                raise self.error(SYNTAX)
            self.stage = _IN_ROOT
            self.element()

    def epilogue(self):
        """A piece of what stands after the root."""
        self.skip()
        if not self.is_over() and not self.misc():
            raise self.error(UNCLOSED_TOKEN if self.text[self.place:] == "<" else JUNK_AFTER)

    def misc(self):
        """A comment or an instruction, if there is one."""
        if self.at("<!--"):
            self.comment()
        elif self.at("<?"):
            self.instruction()
        else:
            return False
        return True

    def comment(self):
        start = self.place
        self.place += 4
        text = self.until("--", start=start)
        if not self.at(">"):
            raise self.error(INVALID_TOKEN)
        self.place += 1
        self.check(text, start + 4)
        if self.tell["comment"]:
            self.tell["comment"](text)

    def instruction(self):
        start = self.place
        self.place += 2
        name = self.name(start)
        if name.lower() == "xml":
            raise self.error(MISPLACED_DECLARATION, start)
        if not self.at("?>") and not self.skip():
            raise self.error(INVALID_TOKEN)
        data = self.until("?>", start=start)
        self.check(data, start)
        if self.tell["pi"]:
            self.tell["pi"](name, data)

    def doctype(self):
        start = self.place
        self.place += 9
        self.skip()
        name, public, system = self.name(start), None, None
        self.skip()
        if self.at("PUBLIC"):
            self.place += 6
            public = self.quoted()
            system = self.quoted()
            self.has_outside = True
        elif self.at("SYSTEM"):
            self.place += 6
            system = self.quoted()
            self.has_outside = True
        self.skip()
        inside = self.place + 1
        if self.at("["):
            if self.tell["subset"]:
                self.tell["subset"](name, public, system, True)
            self.place += 1
            self.declarations(start)
            inside = self.text[inside:self.place - 1]
            self.skip()
        else:
            inside = None
            if self.tell["subset"]:
                self.tell["subset"](name, public, system, False)
        if not self.at(">"):
            raise self.error(SYNTAX)
        self.place += 1
        self.subset = inside
        if self.tell["doctype"]:
            self.tell["doctype"](name, public, system)

    def quoted(self):
        self.skip()
        quote = self.text[self.place:self.place + 1]
        if quote not in ("'", '"'):
            raise self.error(SYNTAX)
        self.place += 1
        return self.until(quote)

    def declarations(self, start):
        """What a document declares for itself: entities; the rest is passed over."""
        while True:
            self.skip()
            if self.is_over():
                raise self.error(UNCLOSED_TOKEN, start)
            if self.at("]"):
                self.place += 1
                return
            if self.at("<!ENTITY"):
                self.entity_declaration()
            elif self.misc():
                continue
            elif self.at("%"):
                self.until(";")
            else:
                match = _MARKUP.match(self.text, self.place)
                if not match:
                    raise self.error(SYNTAX)
                self.place = match.end()

    def entity_declaration(self):
        self.place += 8
        self.skip()
        is_parameter = self.at("%")
        if is_parameter:
            self.place += 1
            self.skip()
        name = self.name()
        self.skip()
        if self.at("SYSTEM") or self.at("PUBLIC"):
            self.until(">")  # what lies elsewhere is not read
            return
        value = self.quoted()
        self.skip()
        if not self.at(">"):
            raise self.error(SYNTAX)
        self.place += 1
        if not is_parameter:
            self.entities.setdefault(name, value)
        if self.tell["entity"]:
            self.tell["entity"](name, is_parameter, value)

    # Elements.

    def element(self):
        """A start tag; the end too if the element is empty."""
        start = self.place
        self.place += 1
        name = self.name(start)
        attributes, declared = [], {}
        while True:
            spaced = self.skip()
            if self.at("/>") or self.at(">"):
                break
            if self.is_over():
                raise self.error(UNCLOSED_TOKEN, start)
            if not spaced:
                raise self.error(INVALID_TOKEN)
            place = self.place
            key = self.name(start)
            value = self.attribute_value(start)
            if self.namespaces and key == "xmlns":
                declared[""] = value
            elif self.namespaces and key.startswith("xmlns:"):
                declared[key[6:]] = value
            else:
                attributes.append((key, value, place))
        spaces = {**self.spaces, **declared} if declared else self.spaces
        if self.tell["start_ns"]:
            for prefix, uri in declared.items():
                self.tell["start_ns"](prefix, uri)
        tag = self.qualified(name, spaces, spaces[""], start)
        made = {}
        for key, value, place in attributes:
            key = self.qualified(key, spaces, "", start)
            if key in made:
                raise self.error(DUPLICATE_ATTRIBUTE, place)
            made[key] = value
        if self.tell["start"]:
            self.tell["start"](tag, made)
        self.open.append((name, tag, self.spaces, declared))
        self.spaces = spaces
        if self.at("/>"):
            self.place += 2
            self.close()
        else:
            self.place += 1

    def qualified(self, name, spaces, default, start):
        """A name with its namespace, as {namespace}name."""
        if not self.namespaces:
            return name
        prefix, colon, local = name.partition(":")
        if not colon:
            return f"{{{default}}}{name}" if default else name
        if prefix not in spaces:
            raise self.error(UNBOUND_PREFIX, start)
        return f"{{{spaces[prefix]}}}{local}"

    def attribute_value(self, start):
        self.skip()
        if not self.at("="):
            raise self.error(UNCLOSED_TOKEN, start) if self.is_over() else self.error(INVALID_TOKEN)
        self.place += 1
        self.skip()
        quote = self.text[self.place:self.place + 1]
        if quote not in ("'", '"'):
            raise self.error(INVALID_TOKEN) if quote else self.error(UNCLOSED_TOKEN, start)
        self.place += 1
        place, end = self.place, self.text.find(quote, self.place)
        value = self.text[place:end if end >= 0 else len(self.text)]
        if "<" in value:
            raise self.error(INVALID_TOKEN, place + value.index("<"))
        if end < 0:
            raise self.error(UNCLOSED_TOKEN, start)
        self.check(value, place)
        self.place = end + 1
        value = value.replace("\n", " ").replace("\t", " ")
        return self.expanded(value, place) if "&" in value else value

    def expanded(self, text, place):
        """A value with its references resolved."""
        parts, start = [], 0
        while (found := text.find("&", start)) >= 0:
            parts.append(text[start:found])
            end = text.find(";", found)
            if end < 0:
                raise self.error(INVALID_TOKEN, place + found)
            parts.append(self.reference(text[found + 1:end], place + found))
            start = end + 1
        parts.append(text[start:])
        return "".join(parts)

    def reference(self, name, place, within=()):
        """The text that a reference stands for."""
        if name.startswith("#"):
            return self.letter(name, place)
        if name in _ENTITIES:
            return _ENTITIES[name]
        match = _NAME.match(name)
        if not match or match.end() < len(name):
            raise self.error(INVALID_TOKEN, place + 1 + (match.end() if match else 0))
        value = self.entities.get(name)
        if value is None and self.has_outside:
            value = self.entities_outside.get(name)
        if value is None:
            raise self.error(UNDEFINED_ENTITY, place, f"undefined entity &{name};" if self.has_outside else None)
        if name in within:
            raise self.error(RECURSIVE_ENTITY, place)
        parts, length = [], 0
        for part in re.split(r"(&[^;\s]+;)", value):
            if part.startswith("&"):
                part = self.reference(part[1:-1], place, (*within, name))
            parts.append(part)
            length += len(part)
            if length > _LONGEST:
                raise self.error(TOO_LONG, place)
        return "".join(parts)

    def letter(self, name, place):
        digits, base = (name[2:], 16) if name[1:2] == "x" else (name[1:], 10)
        if not re.fullmatch(r"[0-9a-fA-F]+" if base == 16 else r"[0-9]+", digits):
            raise self.error(INVALID_TOKEN, place + len(name) - len(digits) + 1)
        number = int(digits, base) if len(digits) < 10 else 0
        if number > 0x10FFFF or _BAD_LETTER.match(chr(number)):
            raise self.error(BAD_REFERENCE, place)
        return chr(number)

    def content(self):
        """Text or whatever else stands in an element."""
        place = self.place
        match = _TEXT.match(self.text, place)
        if match:
            text = match.group()
            if "]]>" in text:
                raise self.error(INVALID_TOKEN, place + text.index("]]>") + 2)
            self.check(text, place)
            self.place = match.end()
            self.data(text)
        elif self.at("</"):
            self.end_tag()
        elif self.misc():
            pass
        elif self.at("<![CDATA["):
            self.place += 9
            text = self.until("]]>", UNCLOSED_CDATA, len(self.text))
            self.check(text, place + 9)
            if self.tell["start_cdata"]:
                self.tell["start_cdata"]()
            self.data(text)
            if self.tell["end_cdata"]:
                self.tell["end_cdata"]()
        elif self.at("<"):
            self.element()
        elif self.at("&"):
            end = self.text.find(";", place)
            if end < 0:
                match = _NAME.match(self.text, place + 1)
                raise self.error(INVALID_TOKEN, match.end() if match else place + 1)
            self.data(self.reference(self.text[place + 1:end], place))
            self.place = end + 1
        else:
            raise self.error(NO_ELEMENTS)

    def data(self, text):
        if text and self.tell["data"]:
            self.tell["data"](text)

    def end_tag(self):
        start = self.place
        self.place += 2
        name = self.name(start)
        self.skip()
        if not self.at(">"):
            raise self.error(UNCLOSED_TOKEN, start) if self.is_over() else self.error(INVALID_TOKEN)
        self.place += 1
        if name != self.open[-1][0]:
            raise self.error(MISMATCHED_TAG, start + 2)
        self.close()

    def close(self):
        _, tag, self.spaces, declared = self.open.pop()
        if not self.open:
            self.stage = _AFTER_ROOT
        if self.tell["end"]:
            self.tell["end"](tag)
        if self.tell["end_ns"]:
            for prefix in reversed(declared):
                self.tell["end_ns"](prefix)
