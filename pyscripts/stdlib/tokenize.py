"""The tokens of Python source, comments and line ends included."""

import token
from builtins import open as _open
from codecs import BOM_UTF8, lookup
from collections import namedtuple
from itertools import chain
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = token.__all__ + ["tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo", "open",
                           "TokenError"]


class TokenInfo(namedtuple('TokenInfo', 'type string start end line')):
    """A token: what kind, which text, from where to where, in which lines."""

    def __repr__(self):
        kind = f'{self.type} ({tok_name[self.type]})'
        return self._replace(type=_Bare(kind))._plain()

    def _plain(self):
        return super().__repr__()

    @property
    def exact_type(self):
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


class _Bare(str):
    """A text whose repr has no quotes."""

    __repr__ = str.__str__


class TokenError(Exception):
    pass


def _complain(source, error):
    """Raises what is wrong with a source."""
    kind, message, line, offset, text = error
    if kind != 'SyntaxError':
        text = text.rstrip('\n') if text else text
        raise {'IndentationError': IndentationError, 'TabError': TabError}[kind](
            message, ('<string>', line, len(text or '') + 1, text, None, None)) from None
    if 'unterminated triple-quoted' in message:
        message = 'EOF in multi-line string'
    elif 'was never closed' in message or 'unexpected EOF' in message:
        message, line, offset = 'unexpected EOF in multi-line statement', len(source.splitlines()), 0
    raise TokenError(message, (line, offset)) from None


def _read(readline):
    """All lines that a function gives; it may end with an empty one or with StopIteration."""
    while True:
        try:
            line = readline()
        except StopIteration:
            return
        if not line:
            return
        yield line


class _Reader:
    """Finds tokens line by line: those of a line before the next one is read, as programs count on.

    A piece, mostly one line, is scanned behind a few made-up lines that bring the scanner into the state that the lines
    before have left: blocks that are open, or brackets.
    """

    def __init__(self):
        self.lines = []  # all that were read
        self.first = 0  # which of them begins the piece
        self.told = 0  # so many tokens of the piece are told already
        self.indents, self.brackets = [], []
        self.in_string = False  # the piece ends in a string of several lines

    def tokens(self, lines):
        for line in lines:
            self.lines.append(line)
            # Only quotes end such a string; so long ones are not scanned once for each of their lines.
            if not self.in_string or '"""' in line or "'''" in line:
                yield from self.piece()
        rows = len(self.lines)
        if self.first < rows or self.brackets:
            self.fail()
        for _ in self.indents:
            yield TokenInfo(DEDENT, '', (rows + 1, 0), (rows + 1, 0), '')
        yield TokenInfo(ENDMARKER, '', (rows + 1, 0), (rows + 1, 0), '')

    def piece(self):
        """The tokens since the last piece; those that are certain, if it does not end here."""
        from _tokenize import scan
        if self.brackets:
            before = [''.join(self.brackets) + '\n']
        else:
            before = [indent + '_\n' for indent in ['', *self.indents]] if self.indents else []
        found, error = scan(''.join(before + self.lines[self.first:]))
        names = [token[0] for token in found]
        message = error[1] if error else ''
        self.in_string = 'triple-quoted string' in message
        in_fstring = names.count('FSTRING_START') > names.count('FSTRING_END')
        made_up, last = len(before), len(before) + len(self.lines) - self.first
        shift = self.first - made_up
        own = [(name, text, start, end, line) for name, text, start, end, line in found if made_up < start[0] <= last]
        for name, text, (row, column), (end_row, end_column), line in own[self.told:]:
            yield TokenInfo(globals()[name], text, (row + shift, column), (end_row + shift, end_column), line)
        if self.in_string or error and (in_fstring or 'unexpected EOF' in message):
            self.told = len(own)
            return
        if error and 'was never closed' not in message:
            self.fail()
        self.first, self.told = len(self.lines), 0
        for name, text, *_ in own:
            self.note(name, text)

    def note(self, name, text):
        """Follows blocks and brackets."""
        if name == 'INDENT':
            self.indents.append(text)
        elif name == 'DEDENT':
            self.indents.pop()
        elif name == 'OP' and text in '([{':
            self.brackets.append(text)
        elif name == 'OP' and text in ')]}' and self.brackets:
            self.brackets.pop()

    def fail(self):
        """Raises what is wrong with the lines so far."""
        from _tokenize import scan
        source = ''.join(self.lines)
        _complain(source, scan(source)[1])


_MARK = '\ufeff'


def generate_tokens(readline):
    """The tokens of lines of text."""
    reader = _Reader()
    lines = _read(readline)
    first = next(lines, '')
    if not first.startswith(_MARK):
        yield from reader.tokens(chain([first] if first else [], lines))
        return
    # A mark of byte order counts as a letter.
    tokens = reader.tokens(chain(['_' + first[1:]], lines))
    for place, (kind, text, start, end, line) in enumerate(tokens):
        line = _MARK + line[1:] if start[0] == 1 else line
        yield TokenInfo(kind, text if place else _MARK + text[1:], start, end, line)


def tokenize(readline):
    """The tokens of lines of bytes, after one that says their encoding."""
    encoding, lines = detect_encoding(readline)
    shown = 'utf-8' if encoding == 'utf-8-sig' else encoding
    yield TokenInfo(ENCODING, shown, (0, 0), (0, 0), '')
    yield from _Reader().tokens(line.decode(shown) for line in chain(lines, _read(readline)))


def _normal_name(name):
    """The usual name of an encoding that the language knows itself."""
    short = name[:12].lower().replace('_', '-')
    if short == 'utf-8' or short.startswith('utf-8-'):
        return 'utf-8'
    for known in ('latin-1', 'iso-8859-1', 'iso-latin-1'):
        if short == known or short.startswith(known + '-'):
            return 'iso-8859-1'
    return name


def _cookie(line):
    """The encoding that a comment names."""
    import re
    found = re.match(r'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', line, re.ASCII)
    return found and found[1]


def detect_encoding(readline):
    """The encoding of a source, by its mark or its comment, and the lines that were read to find it."""
    name = getattr(getattr(readline, '__self__', None), 'name', None)
    where = '' if name is None else f' for {name!r}'

    def read():
        try:
            return readline()
        except StopIteration:
            return b''

    def find(line):
        try:
            text = line.decode('utf-8')
        except UnicodeDecodeError:
            raise SyntaxError('invalid or missing encoding declaration' + where)
        cookie = _cookie(text)
        if not cookie:
            return None
        encoding = _normal_name(cookie)
        try:
            codec = lookup(encoding)
        except LookupError:
            raise SyntaxError(f'unknown encoding{where}: {encoding}' if where else f'unknown encoding: {encoding}')
        if marked:
            if codec.name != 'utf-8':
                raise SyntaxError('encoding problem' + (f'{where}: utf-8' if where else ': utf-8'))
            encoding += '-sig'
        return encoding

    first = read()
    marked = first.startswith(BOM_UTF8)
    default = 'utf-8'
    if marked:
        first = first[3:]
        default = 'utf-8-sig'
    if not first:
        return default, []
    if encoding := find(first):
        return encoding, [first]
    bare = first.strip(b' \t\f\r\n')
    if bare and not bare.startswith(b'#'):
        return default, [first]
    second = read()
    if not second:
        return default, [first]
    return find(second) or default, [first, second]


def open(filename):
    """Opens a source file for reading, in the encoding that it says it has."""
    import io
    buffer = _open(filename, 'rb')
    try:
        encoding, _ = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = io.TextIOWrapper(buffer, encoding, line_buffering=True)
        text.mode = 'r'
        return text
    except:
        buffer.close()
        raise


class _Writer:
    """Tokens to source: in their places, or, where only kinds and texts are given, with some space between."""

    def __init__(self):
        self.parts = []
        self.row, self.column = 1, 0
        self.previous = None
        self.encoding = None

    def write(self, tokens):
        tokens = iter(tokens)
        indents, at_line_start = [], False
        for item in tokens:
            if len(item) == 2:
                self.write_loosely(item, tokens)
                break
            kind, text, start, end, line = item
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.row, self.column = end
                continue
            if kind in (NEWLINE, NL):
                at_line_start = True
            elif at_line_start and indents:
                if start[1] >= len(indents[-1]):
                    self.parts.append(indents[-1])
                    self.column = len(indents[-1])
                at_line_start = False
            elif kind == FSTRING_MIDDLE and ('{' in text or '}' in text):
                row, column = end
                text = text.replace('{', '{{').replace('}', '}}')
                last = text.rsplit('\n', 1)[-1]
                end = row, column + last.count('{{') + last.count('}}')
            self.fill(start)
            self.parts.append(text)
            self.row, self.column = end
            if kind in (NEWLINE, NL):
                self.row, self.column = self.row + 1, 0
            self.previous = kind
        return ''.join(self.parts)

    def fill(self, start):
        row, column = start
        if row < self.row or (row == self.row and column < self.column):
            raise ValueError(f"start ({row},{column}) precedes previous end ({self.row},{self.column})")
        if row > self.row:
            self.parts.append('\\\n' * (row - self.row))
            self.column = 0
        self.parts.append(' ' * (column - self.column))

    def write_loosely(self, first, rest):
        indents, at_line_start, after_string, depth = [], first[0] in (NEWLINE, NL), False, 0
        for item in chain([first], rest):
            kind, text = item[:2]
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += ' '
            if kind == STRING:
                if after_string:
                    text = ' ' + text
                after_string = True
            else:
                after_string = False
            if kind == FSTRING_START:
                depth += 1
            elif kind == FSTRING_END:
                depth -= 1
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                at_line_start = True
            elif at_line_start and indents:
                self.parts.append(indents[-1])
                at_line_start = False
            elif kind == FSTRING_MIDDLE:
                text = text.replace('{', '{{').replace('}', '}}')
            if text == '{' and depth and self.parts and self.parts[-1].endswith('{'):
                text = ' {'
            self.parts.append(text)


def untokenize(iterable):
    """Source of tokens; bytes if one of them says an encoding."""
    writer = _Writer()
    source = writer.write(iterable)
    return source if writer.encoding is None else source.encode(writer.encoding)


def main():
    """The command line: list the tokens of a file."""
    import argparse
    import sys
    parser = argparse.ArgumentParser(prog='python -m tokenize')
    parser.add_argument(dest='filename', nargs='?', metavar='filename.py',
                        help='the file to tokenize; defaults to stdin')
    parser.add_argument('-e', '--exact', dest='exact', action='store_true',
                        help='display token names using the exact type')
    options = parser.parse_args()
    name = options.filename or '<stdin>'
    try:
        if options.filename:
            with _open(name, 'rb') as file:
                tokens = list(tokenize(file.readline))
        else:
            tokens = generate_tokens(sys.stdin.readline)
        for item in tokens:
            kind = item.exact_type if options.exact else item.type
            place = '%d,%d-%d,%d:' % (item.start + item.end)
            print('%-20s%-15s%-15r' % (place, tok_name[kind], item.string))
    except (TokenError, IndentationError, SyntaxError, OSError) as error:
        print(f'{name}: error: {error}', file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
