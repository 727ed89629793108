"""The instructions by name and number, and which have what kind of operand. They are gilly's own: docs/bytecode.md."""

import _dis

__all__ = [
    "cmp_op", "stack_effect", "hascompare", "opname", "opmap", "hasarg", "hasconst", "hasname", "hasjump", "hasjrel",
    "hasjabs", "hasfree", "haslocal", "hasexc",
]

cmp_op = ("<", "<=", "==", "!=", ">", ">=")
opname = list(_dis.names)
opmap = {name: number for number, name in enumerate(opname)}


def _having(*kinds):
    return [number for number, operands in enumerate(_dis.operands) if not operands.isdisjoint(kinds)]


hasarg = [number for number, operands in enumerate(_dis.operands) if operands != {"No"}]
hasconst = _having("Const", "WideConst")
hasname = _having("Name")
hasjrel = _having("Jump", "WideJump")
hasjabs = []
hasjump = hasjrel + hasjabs
hasfree = _having("Cell")
haslocal = _having("Def", "Use", "UseOrNone", "Span")
_COMPARISONS = ("Less", "Equal", "Greater")
hascompare = [number for name, number in opmap.items() if any(word in name for word in _COMPARISONS)]
hasexc = []


def stack_effect(opcode, oparg=None, /, *, jump=None):
    """There is no stack: the machine has registers."""
    raise ValueError("gilly's instructions work on registers")
