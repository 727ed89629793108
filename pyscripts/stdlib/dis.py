"""Bytecode shown. It is gilly's own: instructions for registers, listed in docs/bytecode.md.

An instruction's offset is its word in the code, as in what `gilly dis` prints.
"""

import collections
import io
import sys
import types

import _dis
from opcode import *
from opcode import __all__ as _of_opcodes

__all__ = [
    "code_info", "dis", "disassemble", "distb", "disco", "findlinestarts", "findlabels", "show_code", "get_instructions",
    "Instruction", "Bytecode", "Positions", *_of_opcodes,
]

Positions = collections.namedtuple(
    "Positions", ["lineno", "end_lineno", "col_offset", "end_col_offset"], defaults=(None,) * 4
)


class Instruction(collections.namedtuple(
    "Instruction",
    "opname opcode arg argval argrepr offset start_offset starts_line line_number label positions cache_info",
    defaults=(None, None, None),
)):
    """An instruction; `argrepr` has its operands as text."""

    __slots__ = ()

    @property
    def is_jump_target(self):
        """Do jumps lead here?"""
        return self.label is not None

    @property
    def jump_target(self):
        """Where it jumps, or None."""
        return self.argval if isinstance(self.argval, int) and "->" in self.argrepr else None

    @property
    def oparg(self):
        return self.arg

    @property
    def baseopcode(self):
        return self.opcode

    @property
    def baseopname(self):
        return self.opname


# What can be looked into.


def _code_of(x):
    """The code object of a function, method, generator, class member, text or code."""
    x = getattr(x, "__func__", x)
    for name in ("__code__", "gi_code", "ag_code", "cr_code"):
        code = getattr(x, name, None)
        if code is not None:
            x = code
            break
    if isinstance(x, str):
        x = _compiled(x, "<disassembly>")
    if isinstance(x, types.CodeType):
        return x
    raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def _compiled(source, name):
    try:
        return compile(source, name, "eval")
    except SyntaxError:
        return compile(source, name, "exec")


def get_instructions(x, *, first_line=None, show_caches=None, adaptive=False):
    """The instructions of something, one after another."""
    code = _code_of(x)
    shift = first_line - code.co_firstlineno if first_line is not None else 0
    positions = list(code.co_positions())
    before = None
    targets = {target: number for number, target in enumerate(findlabels(code), 1)}
    for word, opcode, operands, line, target, _ in _dis.instructions(code):
        line = line + shift if line is not None else None
        starts = line is not None and line != before
        before = line if line is not None else before
        yield Instruction(
            opname[opcode], opcode, None if not operands else operands, target if target is not None else operands,
            operands, word, word, starts, line, targets.get(word), Positions(*positions[word]),
        )


def findlabels(code):
    """The words to which jumps lead."""
    rows = _dis.instructions(_code_of(code))
    return [row[0] for row in rows if row[5]]


def findlinestarts(code):
    """Pairs of a word and the line that begins there."""
    before = False
    for start, _, line in code.co_lines():
        if line != before:
            yield start // 8, line
            before = line


# Listings.


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False):
    """Print the instructions of a class, function, code, text or module; without one, of the last traceback."""
    if x is None:
        distb(file=file)
        return
    x = getattr(x, "__func__", x)
    has_code = any(getattr(x, name, None) is not None for name in ("__code__", "gi_code", "ag_code", "cr_code"))
    if not has_code and hasattr(x, "__dict__") and not isinstance(x, (str, types.CodeType)):
        for name, member in sorted(x.__dict__.items()):
            if isinstance(member, (type, types.FunctionType, types.CodeType, classmethod, staticmethod)):
                print(f"Disassembly of {name}:", file=file)
                try:
                    dis(member, file=file, depth=depth)
                except TypeError as error:
                    print("Sorry:", error, file=file)
                print(file=file)
        return
    if isinstance(x, (bytes, bytearray)):
        raise TypeError("bytes alone say nothing of names and constants; pass the code object")
    _nested(_code_of(x), depth, -1, file)


def _nested(code, depth, lasti, file):
    disassemble(code, lasti, file=file)
    if depth is None or depth > 0:
        for constant in code.co_consts:
            if isinstance(constant, types.CodeType):
                print(file=file)
                print(f"Disassembly of {constant!r}:", file=file)
                _nested(constant, None if depth is None else depth - 1, -1, file)


def disassemble(code, lasti=-1, *, file=None, show_caches=False, adaptive=False, show_offsets=False):
    """Print the instructions of a code object; an arrow marks the one at `lasti`."""
    current = lasti // 2 if lasti >= 0 else -1
    for found in get_instructions(code):
        line = f"{found.line_number:>5}" if found.starts_line else " " * 5
        arrow = "-->" if found.offset == current else "   "
        mark = ">>" if found.is_jump_target else "  "
        text = f"{line} {arrow} {mark} {found.offset:>4}  {found.opname:<22}{found.argrepr}"
        print(text.rstrip(), file=file)
    handlers = _dis.handlers(code)
    if handlers:
        print("ExceptionTable:", file=file)
    for start, end, target, register in handlers:
        print(f"  {start} to {end - 1} -> {target} [{register}]", file=file)


disco = disassemble


def distb(tb=None, *, file=None, show_caches=False, adaptive=False, show_offsets=False):
    """Print the instructions where a traceback ends."""
    if tb is None:
        try:
            tb = sys.last_exc.__traceback__
        except AttributeError:
            raise RuntimeError("no last traceback to disassemble") from None
    while tb.tb_next:
        tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file)


_FLAGS = {
    1: "OPTIMIZED", 2: "NEWLOCALS", 4: "VARARGS", 8: "VARKEYWORDS", 16: "NESTED", 32: "GENERATOR", 64: "NOFREE",
    128: "COROUTINE", 256: "ITERABLE_COROUTINE", 512: "ASYNC_GENERATOR",
}


def pretty_flags(flags):
    """Flags of code by name."""
    names = [name for bit, name in _FLAGS.items() if flags & bit]
    rest = flags & ~sum(_FLAGS)
    return ", ".join([*names, hex(rest)] if rest or not names else names)


def code_info(x):
    """What a code object says of itself."""
    code = _code_of(x)
    lines = [
        f"Name:              {code.co_name}", f"Filename:          {code.co_filename}",
        f"Argument count:    {code.co_argcount}", f"Positional-only arguments: {code.co_posonlyargcount}",
        f"Kw-only arguments: {code.co_kwonlyargcount}", f"Number of locals:  {code.co_nlocals}",
        f"Stack size:        {code.co_stacksize}", f"Flags:             {pretty_flags(code.co_flags)}",
    ]
    for title, values, shown in (
        ("Constants", code.co_consts, repr), ("Names", code.co_names, str), ("Variable names", code.co_varnames, str),
        ("Free variables", code.co_freevars, str), ("Cell variables", code.co_cellvars, str),
    ):
        if values:
            lines.append(f"{title}:")
            lines.extend(f"{number:4d}: {shown(value)}" for number, value in enumerate(values))
    return "\n".join(lines)


def show_code(co, *, file=None):
    """Print what a code object says of itself."""
    print(code_info(co), file=file)


class Bytecode:
    """The instructions of something, to go through or to print."""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False,
                 show_offsets=False):
        self.codeobj = _code_of(x)
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self._original_object = x
        self.current_offset = current_offset

    def __iter__(self):
        return get_instructions(self.codeobj, first_line=self.first_line)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._original_object!r})"

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """The code where a traceback ends."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti)

    def info(self):
        """What the code object says of itself."""
        return code_info(self.codeobj)

    def dis(self):
        """The listing as text."""
        output = io.StringIO()
        disassemble(self.codeobj, -1 if self.current_offset is None else self.current_offset, file=output)
        return output.getvalue()


def main(args=None):
    """`python -m dis`: list a file's code."""
    words = sys.argv[1:] if args is None else args
    if words and words[0] != "-":
        with open(words[0], "rb") as file:
            source, name = file.read(), words[0]
    else:
        source, name = sys.stdin.read(), "<stdin>"
    dis(compile(source, name, "exec"))


if __name__ == "__main__":
    main()


from _natives import natives as _natives

_natives(globals(), "stack_effect", module="_opcode")
