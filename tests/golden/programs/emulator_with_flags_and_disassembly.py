import operator
import struct
from enum import IntEnum, IntFlag


class Flag(IntFlag):
    ZERO = 1
    CARRY = 2
    NEGATIVE = 128


class Op(IntEnum):
    HLT, LDA, STA, ADD, SUB, JMP, JZ, JN, OUT, INC, PSH, POP, CAL, RET, SHL = range(15)


HAS_OPERAND = {Op.LDA, Op.STA, Op.ADD, Op.SUB, Op.JMP, Op.JZ, Op.JN, Op.INC, Op.CAL}


class Fault(Exception):
    pass


class Cpu:
    def __init__(self, image, size=256):
        self.memory = bytearray(size)
        self.memory[:len(image)] = image
        self.a, self.pc, self.sp, self.flags, self.out, self.cycles = 0, 0, size - 1, Flag(0), [], 0

    def fetch(self):
        try:
            byte = self.memory[self.pc]
        except IndexError:
            raise Fault(f"fetch beyond memory at {self.pc:#x}") from None
        self.pc += 1
        return byte

    def value(self, operand):
        immediate, address = operand & 0x8000, operand & 0x7FFF
        if immediate:
            return address & 0xFF
        if address >= len(self.memory):
            raise Fault(f"address {address:#06x}")
        return self.memory[address]

    def set(self, result):
        self.flags = Flag.ZERO * (not result & 0xFF) | Flag.CARRY * bool(result & 0x100) | Flag(result & 0x80)
        self.a = result & 0xFF

    def step(self):
        code = self.fetch()
        try:
            op = Op(code)
        except ValueError as error:
            raise Fault(f"{error} at {self.pc - 1:#04x}") from error
        arg = struct.unpack(">H", bytes([self.fetch(), self.fetch()]))[0] if op in HAS_OPERAND else None
        self.cycles += 1
        match op:
            case Op.HLT:
                return False
            case Op.LDA:
                self.set(self.value(arg))
            case Op.STA:
                self.memory[arg] = self.a
            case Op.ADD | Op.SUB:
                self.set({Op.ADD: operator.add, Op.SUB: operator.sub}[op](self.a, self.value(arg)) & 0x1FF)
            case Op.JMP:
                self.pc = arg
            case Op.JZ if Flag.ZERO in self.flags:
                self.pc = arg
            case Op.JN if self.flags & Flag.NEGATIVE:
                self.pc = arg
            case Op.OUT:
                self.out.append(self.a)
            case Op.INC:
                self.memory[arg] = (self.memory[arg] + 1) & 0xFF
            case Op.PSH:
                self.memory[self.sp] = self.a
                self.sp -= 1
            case Op.POP:
                self.sp += 1
                self.set(self.memory[self.sp])
            case Op.CAL:
                self.memory[self.sp], self.pc = self.pc, arg
                self.sp -= 1
            case Op.RET:
                self.sp += 1
                self.pc = self.memory[self.sp]
            case Op.SHL:
                self.set(self.a << 1)
        return True

    def run(self, limit=5000):
        while self.step():
            if self.cycles >= limit:
                raise Fault("too many cycles")
        return self


def assemble(text):
    labels, out, fixes = {}, bytearray(), []
    for line in text.split("\n"):
        line = line.split("#")[0].strip()
        if line.endswith(":"):
            labels[line[:-1]] = len(out)
        elif line.startswith("."):
            out += bytes(int(x, 0) & 0xFF for x in line[1:].split())
        elif line:
            name, *rest = line.split()
            op = Op[name.upper()]
            out.append(op)
            if op in HAS_OPERAND:
                arg, = rest
                if arg.startswith("="):
                    out += struct.pack(">H", 0x8000 | int(arg[1:], 0) & 0xFF)
                else:
                    fixes.append((len(out), arg))
                    out += b"\0\0"
    for place, label in fixes:
        struct.pack_into(">H", out, place, labels[label] if label in labels else int(label, 0))
    return bytes(out)


def disassemble(image):
    at = 0
    while at < len(image):
        op = Op(image[at])
        if op in HAS_OPERAND:
            arg, = struct.unpack_from(">H", image, at + 1)
            yield f"{at:02x} {op.name} {'=' if arg & 0x8000 else ''}{arg & 0x7FFF:#x}"
            at += 3
        else:
            yield f"{at:02x} {op.name}"
            at += 1
        if op is Op.HLT:
            return


source = """
    lda =10
loop:
    out
    sub =3
    jn done
    jmp loop
done:
    lda n
    cal twice
    out
    inc n
    lda n
    psh
    lda =0xff
    add =1
    pop
    out
    hlt
twice:
    shl
    ret
n:
    .21
"""
image = assemble(source)
cpu = Cpu(image).run()
print(image.hex(), cpu.out, cpu.cycles, repr(cpu.flags), hex(cpu.pc))
print(*disassemble(image), sep="\n")
for bad in ("lda 999\nhlt", ".99", "x:\njmp x", "jmp 0x100", "add =200\nadd =100\nhlt", "nop", "lda", "jmp nowhere", "ret"):
    try:
        c = Cpu(assemble(bad)).run(100)
        print(c.a, repr(c.flags), c.flags.name)
    except (Fault, KeyError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
