"""One reading of a file, line by line."""

from configparser._errors import (
    DuplicateOptionError, DuplicateSectionError, MissingSectionHeaderError, MultilineContinuationError,
    ParsingError, UNNAMED_SECTION,
)
from configparser._views import SectionProxy


class _Reading:
    """Takes the lines of a text, one after another."""

    def __init__(self, parser, name):
        self.parser = parser
        self.name = name
        self.seen = set()
        self.section = None
        self.section_name = None
        self.option = None
        self.indent = 0
        self.errors = []
        if parser._allow_unnamed_section:
            self.begin(UNNAMED_SECTION, 0)

    def line(self, number, line):
        parser = self.parser
        value, has_comment = self.without_comment(line)
        if not value:
            if parser._empty_lines_in_values:
                # Empty lines belong to the value, comments do not.
                if not has_comment and self.section is not None and self.option and self.section[self.option] is not None:
                    self.section[self.option].append("")
            else:
                self.indent = 1 << 60
            return
        first = parser.NONSPACECRE.search(line)
        indent = first.start() if first else 0
        if self.section is not None and self.option and indent > self.indent:
            if self.section[self.option] is None:
                raise MultilineContinuationError(self.name, number, line)
            self.section[self.option].append(value)
            return
        self.indent = indent
        header = parser.SECTCRE.match(value)
        if header:
            self.begin(header["header"], number)
        elif self.section is None:
            raise MissingSectionHeaderError(self.name, number, line)
        else:
            self.take_option(value, number, line)

    def without_comment(self, line):
        parser = self.parser
        text = line.strip()
        if text.startswith(parser._comment_prefixes) and parser._comment_prefixes:
            return "", True
        end = len(line)
        for prefix in parser._inline_comment_prefixes:
            place = line.find(prefix)
            while place >= 0:
                if place == 0 or line[place - 1].isspace():
                    end = min(end, place)
                    break
                place = line.find(prefix, place + 1)
        return line[:end].strip(), end < len(line)

    def begin(self, name, number):
        parser = self.parser
        if name in parser._sections:
            if parser._strict and name in self.seen:
                raise DuplicateSectionError(name, self.name, number)
            self.section = parser._sections[name]
            self.seen.add(name)
        elif name == parser.default_section:
            self.section = parser._defaults
        else:
            self.section = parser._sections[name] = parser._dict()
            parser._proxies[name] = SectionProxy(parser, name)
            self.seen.add(name)
        self.section_name = name
        self.option = None

    def take_option(self, value, number, line):
        parser = self.parser
        found = parser._optcre.match(value)
        if not found:
            self.errors.append(ParsingError(self.name, number, repr(line)))
            return
        name, sign, text = found.group("option", "vi", "value")
        if not name:
            self.errors.append(ParsingError(self.name, number, repr(line)))
        self.option = parser.optionxform(name.rstrip())
        if parser._strict and (self.section_name, self.option) in self.seen:
            raise DuplicateOptionError(self.section_name, self.option, self.name, number)
        self.seen.add((self.section_name, self.option))
        self.section[self.option] = [text.strip()] if text is not None else None
