import re
from collections import namedtuple

Instr = namedtuple("Instr", "op arg line", defaults=(None, 0))


class AsmError(Exception):
    pass


def assemble(source):
    labels, code = {}, []
    for number, line in enumerate(source.strip().splitlines(), 1):
        line = line.partition(";")[0].strip()
        if not line:
            continue
        if m := re.fullmatch(r"(\w+):", line):
            if m[1] in labels:
                raise AsmError(f"line {number}: label {m[1]} again")
            labels[m[1]] = len(code)
            continue
        op, _, arg = line.partition(" ")
        code.append(Instr(op.lower(), arg.strip() or None, number))
    out = []
    for i in code:
        if i.op in ("jmp", "jz", "call"):
            try:
                i = i._replace(arg=labels[i.arg])
            except KeyError as key:
                raise AsmError(f"line {i.line}: no label {key}") from None
        elif i.op == "push":
            i = i._replace(arg=int(i.arg, 0))
        out.append(i)
    return out


class Machine:
    def __init__(self, code, limit=10_000):
        self.code, self.limit = code, limit
        self.stack, self.calls, self.vars, self.out = [], [], {}, []
        self.pc = 0

    def run(self):
        for _ in range(self.limit):
            if self.pc >= len(self.code):
                return self
            instr = self.code[self.pc]
            self.pc += 1
            try:
                getattr(self, "op_" + instr.op)(instr.arg)
            except AttributeError:
                raise AsmError(f"line {instr.line}: unknown {instr.op}") from None
            except (IndexError, ZeroDivisionError) as error:
                raise AsmError(f"line {instr.line}: {error}") from error
        raise AsmError("too many steps")

    def op_push(self, n):
        self.stack.append(n)

    def op_dup(self, _):
        self.stack.append(self.stack[-1])

    def op_store(self, name):
        self.vars[name] = self.stack.pop()

    def op_load(self, name):
        self.stack.append(self.vars.get(name, 0))

    def op_print(self, _):
        self.out.append(self.stack.pop())

    def op_jmp(self, to):
        self.pc = to

    def op_jz(self, to):
        if not self.stack.pop():
            self.pc = to

    def op_call(self, to):
        self.calls.append(self.pc)
        self.pc = to

    def op_ret(self, _):
        self.pc = self.calls.pop()

    def op_halt(self, _):
        self.pc = len(self.code)


def binary(f):
    def op(self, _):
        b, a = self.stack.pop(), self.stack.pop()
        self.stack.append(f(a, b))
    return op


for name, f in dict(add=int.__add__, sub=int.__sub__, mul=int.__mul__, mod=lambda a, b: a % b,
                    lt=lambda a, b: int(a < b)).items():
    setattr(Machine, f"op_{name}", binary(f))

FACTORIAL = """
    push 0x14
    store n
    push 1
    store acc
loop:
    load n
    jz done          ; when n is 0
    load acc
    load n
    mul
    store acc
    load n
    push 1
    sub
    store n
    jmp loop
done:
    load acc
    print
"""
m = Machine(assemble(FACTORIAL)).run()
print(m.out, m.vars, assemble(FACTORIAL)[5])
gcd = """
push 1071
push 462
call gcd
print
halt
gcd:
store b
store a
again:
load b
jz out
load a
load b
mod
load b
store a
store b
jmp again
out:
load a
ret
"""
print(Machine(assemble(gcd)).run().out)
for bad in ("jmp nowhere", "a:\na:", "pop", "add", "push 1\npush 0\nmod", "x:\njmp x", "push zz"):
    try:
        Machine(assemble(bad)).run()
    except (AsmError, ValueError) as error:
        print(type(error).__name__, error, "|", repr(error.__cause__))
