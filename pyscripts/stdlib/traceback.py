"""Stacks and exceptions as the interpreter prints them.

An exception is first captured as a `TracebackException`, which refers to no frame, then shown. A stack is captured as a
`StackSummary`, a list of `FrameSummary` objects, whose source lines are read when they are first asked for. Where
carets go is decided in `_traceback_carets`, which names a misspelt one may mean in `_traceback_names`.
"""

import linecache
import sys

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list",
           "format_stack", "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack",
           "print_tb", "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb"]

_CAUSE_MESSAGE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT_MESSAGE = "\nDuring handling of the above exception, another exception occurred:\n\n"
# A frame that repeats is shown this often, then counted.
_REPEATS_SHOWN = 3


class _Implicit:
    def __repr__(self):
        return "<implicit>"


_implicit = _Implicit()


# What programs call.

def print_exception(exc, /, value=_implicit, tb=_implicit, limit=None, file=None, chain=True, **kwargs):
    """Print an exception with its traceback, cause and context."""
    value, tb = _parse(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_implicit, tb=_implicit, limit=None, chain=True, **kwargs):
    """The texts that print_exception() prints, as a list."""
    value, tb = _parse(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_implicit, *, show_group=False, **kwargs):
    """The texts that show an exception without its traceback, as a list."""
    if value is _implicit:
        value = exc
    captured = TracebackException(type(value), value, None, compact=True)
    return list(captured.format_exception_only(show_group=show_group))


def _parse(exc, value, tb):
    if (value is _implicit) != (tb is _implicit):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _implicit:
        return value, tb
    if exc is None:
        return None, None
    if not isinstance(exc, BaseException):
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return exc, exc.__traceback__


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The exception that is being handled as one text."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the exception that ended the last interactive command."""
    if not hasattr(sys, "last_exc") and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    if hasattr(sys, "last_exc"):
        print_exception(sys.last_exc, limit=limit, file=file, chain=chain)
    else:
        print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_tb(tb, limit=None, file=None):
    """Print the frames of a traceback."""
    print_list(extract_tb(tb, limit), file)


def format_tb(tb, limit=None):
    """The frames of a traceback as a list of texts."""
    return extract_tb(tb, limit).format()


def extract_tb(tb, limit=None):
    """The frames of a traceback."""
    return StackSummary._capture(_positions_of_traceback(tb), limit)


def print_stack(f=None, limit=None, file=None):
    """Print the frames from the outermost to `f`, or to the caller."""
    print_list(extract_stack(sys._getframe().f_back if f is None else f, limit), file)


def format_stack(f=None, limit=None):
    """The frames from the outermost to `f`, or to the caller, as a list of texts."""
    return extract_stack(sys._getframe().f_back if f is None else f, limit).format()


def extract_stack(f=None, limit=None):
    """The frames from the outermost to `f`, or to the caller."""
    stack = StackSummary.extract(walk_stack(sys._getframe().f_back if f is None else f), limit=limit)
    stack.reverse()
    return stack


def print_list(extracted_list, file=None):
    """Print frames that were extracted before."""
    for text in format_list(extracted_list):
        print(text, file=sys.stderr if file is None else file, end="")


def format_list(extracted_list):
    """Frames that were extracted before as a list of texts."""
    return StackSummary.from_list(extracted_list).format()


def walk_stack(f):
    """Yield (frame, line) from `f`, or from the caller, outwards."""
    if f is None:
        # Between here and the one who asks are the generator's own frame and StackSummary's.
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Yield (frame, line) of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def clear_frames(tb):
    """Clear the local variables of all frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            # It still runs.
            pass
        tb = tb.tb_next


def _positions_of_traceback(tb):
    """Yield (frame, (line, last line, column, last column)) of a traceback."""
    from itertools import islice
    while tb is not None:
        positions = None
        if tb.tb_lasti >= 0:
            positions = next(islice(tb.tb_frame.f_code.co_positions(), tb.tb_lasti // 2, None), None)
        if positions is None or positions[0] is None:
            positions = (tb.tb_lineno, *(positions or (None,) * 4)[1:])
        yield tb.tb_frame, positions
        tb = tb.tb_next


# Frames.

class FrameSummary:
    """One frame: file, line, function, and the source from the first to the last line of the instruction."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_source", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._source = line
        if lookup_line:
            self.line
        self.locals = None if locals is None else {
            key: _safe_string(value, "local", repr) for key, value in locals.items()}

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno and self.name == other.name
                    and self.locals == other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return tuple(self)[pos]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4

    def _lines(self):
        """The source as it stands in the file; None if there is no line number."""
        if self._source is None and self.lineno is not None and self.end_lineno is not None:
            lines = [linecache.getline(self.filename, number).rstrip()
                     for number in range(self.lineno, self.end_lineno + 1)]
            self._source = "\n".join(lines) + "\n"
        return self._source

    @property
    def line(self):
        """The first line of the source without surrounding blanks."""
        lines = self._lines()
        return None if lines is None else lines.partition("\n")[0].strip()


class StackSummary(list):
    """Frames, the outermost first."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Capture the (frame, line) pairs of walk_stack() or walk_tb()."""
        frames = ((frame, (line, None, None, None)) for frame, line in frame_gen)
        return cls._capture(frames, limit, lookup_lines, capture_locals)

    @classmethod
    def _capture(cls, frames, limit, lookup_lines=True, capture_locals=False):
        from itertools import islice
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
            elif limit is not None and limit > sys.maxsize:
                limit = None
        if limit is not None and limit >= 0:
            frames = islice(frames, limit)
        elif limit is not None:
            from _collections import deque
            frames = deque(frames, maxlen=-limit)
        result = cls()
        for frame, (lineno, end_lineno, colno, end_colno) in frames:
            code = frame.f_code
            linecache.lazycache(code.co_filename, frame.f_globals)
            result.append(FrameSummary(
                code.co_filename, lineno, code.co_name, lookup_line=False,
                locals=frame.f_locals if capture_locals else None,
                end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        for filename in {frame.filename for frame in result}:
            linecache.checkcache(filename)
        if lookup_lines:
            for frame in result:
                frame.line
        return result

    @classmethod
    def from_list(cls, a_list):
        """Make one of FrameSummary objects or of tuples (file, line, function, text)."""
        result = cls()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        """The text for one frame; a subclass may return None to leave it out."""
        filename = frame_summary.filename
        if filename.startswith("<stdin>-"):
            filename = "<stdin>"
        parts = [f'  File "{filename}", line {frame_summary.lineno}, in {frame_summary.name}\n',
                 _format_source(frame_summary)]
        if frame_summary.locals:
            parts += [f"    {name} = {value}\n" for name, value in sorted(frame_summary.locals.items())]
        return "".join(parts)

    def format(self, **kwargs):
        """The texts for all frames, as a list; one that repeats is counted."""
        texts = []
        last, count = None, 0
        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            place = frame.filename, frame.lineno, frame.name
            if place != last:
                texts += _repeated(count)
                last, count = place, 0
            count += 1
            if count <= _REPEATS_SHOWN:
                texts.append(text)
        return texts + _repeated(count)


def _repeated(count):
    more = count - _REPEATS_SHOWN
    return [f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"] if more > 0 else []


def _format_source(frame):
    source = frame._lines()
    if not source or not source.strip():
        return ""
    if frame.colno is None or frame.end_colno is None:
        return f"    {frame.line}\n" if frame.line else "\n"
    count = frame.end_lineno - frame.lineno + 1
    from _traceback_carets import mark
    text = mark(source.splitlines()[:count], _dedent(source).splitlines()[:count], frame.colno, frame.end_colno)
    return _indent(_dedent(text), "    ")


def _indent(text, prefix):
    return "".join(prefix + line for line in text.splitlines(True))


def _dedent(text):
    """The text without the blanks that all its lines begin with; lines of blanks become empty."""
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    blanks = [line[:len(line) - len(line.lstrip(" \t"))] for line in lines if line]
    if not blanks:
        return "\n".join(lines)
    # What the least and the greatest have in common is common to all.
    least, greatest = min(blanks), max(blanks)
    margin = 0
    while margin < len(least) and least[margin] == greatest[margin]:
        margin += 1
    return "\n".join([line[margin:] for line in lines])


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except:
        return f"<{what} {func.__name__}() failed>"


# Exceptions.

class TracebackException:
    """An exception ready to be shown, with its cause, its context and the exceptions of a group."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._capture(_positions_of_traceback(exc_traceback), limit, lookup_lines,
                                           capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._str = _safe_string(exc_value, "exception")
        self.__notes__ = _notes(exc_value)
        self._is_syntax_error = False
        self._have_exc_type = exc_type is not None
        self.exc_type_qualname = exc_type.__qualname__ if self._have_exc_type else None
        self.exc_type_module = exc_type.__module__ if self._have_exc_type else None
        if isinstance(exc_value, SyntaxError):
            self._take_place(exc_value)
        elif isinstance(exc_value, (ImportError, NameError, AttributeError)):
            self._str += _suggestion(exc_value, exc_traceback)
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        self.__cause__ = self.__context__ = self.exceptions = None
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        if _seen is not None:
            # The one who asked goes on from here.
            return

        def capture(other):
            return TracebackException(
                type(other), other, other.__traceback__, limit=limit, lookup_lines=lookup_lines,
                capture_locals=capture_locals, max_group_width=max_group_width, max_group_depth=max_group_depth,
                _seen=seen)

        # A list of what is left to do, since chains may be longer than the stack is deep.
        pending = [(self, exc_value)]
        while pending:
            captured, error = pending.pop()
            if error is not None:
                pending += captured._take_related(error, capture, seen, compact)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Capture an exception object."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def _take_place(self, error):
        self._is_syntax_error = True
        self.filename = error.filename
        self.lineno = None if error.lineno is None else str(error.lineno)
        self.end_lineno = None if error.end_lineno is None else str(error.end_lineno)
        self.text = error.text
        self.offset = error.offset
        self.end_offset = error.end_offset
        self.msg = error.msg

    def _take_related(self, error, capture, seen, compact):
        """Capture cause, context and members; the pairs of captured and exception whose turn is next."""
        related = []

        def take(other):
            captured = capture(other)
            related.append((captured, other))
            return captured

        if error.__cause__ is not None and id(error.__cause__) not in seen:
            self.__cause__ = take(error.__cause__)
        wanted = not compact or self.__cause__ is None and not error.__suppress_context__
        if wanted and error.__context__ is not None and id(error.__context__) not in seen:
            self.__context__ = take(error.__context__)
        if isinstance(error, BaseExceptionGroup):
            self.exceptions = [take(member) for member in error.exceptions]
        return related

    @property
    def exc_type(self):
        """The class of the exception."""
        import warnings
        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        """The name of the exception's class as it is shown."""
        if not self._have_exc_type:
            return None
        if self.exc_type_module in ("__main__", "builtins"):
            return self.exc_type_qualname
        module = self.exc_type_module if isinstance(self.exc_type_module, str) else "<unknown>"
        return f"{module}.{self.exc_type_qualname}"

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def print(self, *, file=None, chain=True, **kwargs):
        """Print what format() yields."""
        for text in self.format(chain=chain):
            print(text, file=sys.stderr if file is None else file, end="")

    def format(self, *, chain=True, _context=None, **kwargs):
        """Yield the texts for the exception and those that led to it."""
        group = _GroupContext() if _context is None else _context
        links = []
        link = self
        while link is not None:
            following, message = None, None
            if chain and link.__cause__ is not None:
                following, message = link.__cause__, _CAUSE_MESSAGE
            elif chain and not link.__suppress_context__ and link.__context__ is not None:
                following, message = link.__context__, _CONTEXT_MESSAGE
            links.append((message, link))
            link = following
        for message, link in reversed(links):
            if message is not None:
                yield group.indented(message)
            if link.exceptions is None:
                yield from link._format_alone(group)
            elif group.depth > self.max_group_depth:
                yield group.indented(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from link._format_group(group, chain, self.max_group_width)

    def _format_alone(self, group, title="Traceback", margin="|"):
        if self.stack:
            yield group.indented(f"{title} (most recent call last):\n", margin)
            yield from map(group.indented, self.stack.format())
        yield from map(group.indented, self.format_exception_only())

    def _format_group(self, group, chain, width):
        outermost = group.depth == 0
        if outermost:
            group.depth = 1
        yield from self._format_alone(group, "Exception Group Traceback", "+" if outermost else "|")
        count = len(self.exceptions)
        shown = min(count, width)
        last = count - 1 if count <= width else width
        group.need_close = False
        for index in range(last + 1):
            if index == last:
                # The innermost last member draws the closing line for all of those that end there.
                group.need_close = True
            title = str(index + 1) if index < shown else "..."
            yield f"{group.blanks()}{'+-' if index == 0 else '  '}+---------------- {title} ----------------\n"
            group.depth += 1
            if index < shown:
                yield from self.exceptions[index].format(chain=chain, _context=group)
            else:
                more = count - width
                yield group.indented(f"and {more} more exception{'s' if more > 1 else ''}\n")
            if index == last and group.need_close:
                yield f"{group.blanks()}+------------------------------------\n"
                group.need_close = False
            group.depth -= 1
        if outermost:
            group.depth = 0

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """Yield the texts for the exception itself: its name, its message and its notes."""
        indent = "   " * _depth
        if self.exc_type_str is None:
            yield indent + _headline("None", self._str)
            return
        if self._is_syntax_error:
            yield from (indent + line for line in self._format_syntax_error())
        elif _depth:
            yield from (f"{indent}{line}\n" for line in _headline(self.exc_type_str, self._str)[:-1].split("\n"))
        else:
            yield _headline(self.exc_type_str, self._str)
        yield from (f"{indent}{line}\n" for line in self._note_lines())
        if self.exceptions and show_group:
            for member in self.exceptions:
                yield from member.format_exception_only(show_group=True, _depth=_depth + 1)

    def _note_lines(self):
        notes = self.__notes__
        if notes is None:
            return
        if isinstance(notes, (list, tuple)) or _is_sequence(notes):
            for note in notes:
                yield from _safe_string(note, "note").split("\n")
        else:
            yield _safe_string(notes, "__notes__", repr)

    def _format_syntax_error(self):
        suffix = ""
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f" ({self.filename})"
        if isinstance(self.text, str):
            yield from self._format_faulty_line()
        yield f"{self.exc_type_str}: {self.msg or '<no detail available>'}{suffix}\n"

    def _format_faulty_line(self):
        line = self.text.rstrip("\n")
        shown = line.lstrip(" \n\f")
        yield f"    {shown}\n"
        if self.offset is None:
            return
        start = self.offset
        end = len(line) + 1
        if self.lineno == self.end_lineno:
            end = self.end_offset if self.end_offset not in (None, 0) else start
        start = min(start, len(line) + 1)
        end = max(min(end, len(line) + 1), start + 1)
        # From columns that count from one to places in the line as it is shown.
        removed = len(line) - len(shown) + 1
        if start >= removed:
            # Tabs stay, so that the carets stand below what they mean.
            blanks = "".join(c if c.isspace() else " " for c in shown[:start - removed])
            yield f"    {blanks}{'^' * (end - start)}\n"


class _GroupContext:
    """How deep inside exception groups the text is, and whether a closing line is still to be drawn."""

    def __init__(self):
        self.depth = 0
        self.need_close = False

    def blanks(self):
        return "  " * self.depth

    def indented(self, text, margin="|"):
        if not self.depth:
            return text
        return _indent(text, f"{self.blanks()}{margin} ")


def _headline(name, message):
    return f"{name}: {message}\n" if message else f"{name}\n"


def _is_sequence(notes):
    from _collections_abc import Sequence
    return isinstance(notes, Sequence) and not isinstance(notes, (str, bytes))


def _notes(error):
    try:
        return getattr(error, "__notes__", None)
    except Exception as failure:
        return [f"Ignored error getting __notes__: {_safe_string(failure, '__notes__', repr)}"]


def _suggestion(error, traceback):
    """What follows the message: the name that was probably meant, the module that was not imported."""
    wrong_name = getattr(error, "name_from" if isinstance(error, ImportError) else "name", None)
    if wrong_name is None:
        return ""
    from _traceback_names import suggestion
    return suggestion(error, traceback, wrong_name)
