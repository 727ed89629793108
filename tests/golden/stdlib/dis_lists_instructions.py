# What dis prints is the interpreter's own; that it prints something for everything with code is not.
import dis, io

def f(x, n=3):
    for i in range(n):
        x += i
    return lambda: x

class C:
    def m(self):
        return 1

def text_of(what):
    out = io.StringIO()
    dis.dis(what, file=out)
    return out.getvalue()

for what in (f, C, C().m, f.__code__, "x = 1", "a + b", (i for i in ())):
    print(len(text_of(what)) > 20)
print("Disassembly of" in text_of(f), "Disassembly of m" in text_of(C))
found = list(dis.get_instructions(f))
print(all(dis.opname[i.opcode] == i.opname for i in found), [i.offset for i in found] == sorted(i.offset for i in found))
print({i.line_number for i in found if i.starts_line} >= {5, 6, 7}, any(i.is_jump_target for i in found))
print(dis.Bytecode(f).dis() != "", "Argument count:    2" in dis.code_info(f))
for wrong in (1, [], None.__class__):
    try:
        dis.dis(wrong, file=io.StringIO())
    except TypeError as error:
        print(error)
