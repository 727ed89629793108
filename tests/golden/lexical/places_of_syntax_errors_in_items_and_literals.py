# Where the error of a with statement without its colon lies, of mixed literals, of exponents, of single statements.


def attempt(source, mode="exec"):
    try:
        compile(source, "<test>", mode)
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset, error.end_offset)
    else:
        print(repr(source), "compiles")


for source in ("with (a as b, c as d) pass", "with (a as b) pass", "with (a as b).c: pass", "with (a as b) + 1: pass",
               "with (a as b for c in d): pass", "async with (a as b) pass", "with (a as b)", "with (a as b: pass",
               "with (a, b as f()) pass", "with (a as 1) pass", "with (a, b) pass", "with (a as b, c as d) as e: pass"):
    attempt(source)
for source in ("'a' b'b'", "f'{1}' b''", "b'' f'{1}'", "x = 'a' b'b' + 1", "f('a' b'b', 1)", "'a' b'b' foo", "'a' b'b';y",
               "f'{'a' b'b'}'", "['a' b'b' for x in y]"):
    attempt(source)
for source in ("1e+", "x = 1e+", "1e-", "1e+x", "1.e+", "1.5e+_1", "1e+1_", "1e5x"):
    attempt(source)
for source in ("f'{lambda x:\n1}'", "f'{lambda x:1}'", "f'{(lambda x:1)}'", "f'{1:\n}'", "f'{x:{y}}'"):
    attempt(source)
for source in ("if 1: pass", "if 1: pass\n", "if 1:\n pass", "if 1:\n pass\nelse: pass", "class A: pass", "@a\ndef f(): pass",
               "if 1: pass\n#c", "if 1:\n pass\n#c", "x = 1", "x = 1 #c", "if 1: pass;x", "for x in y: pass\n"):
    attempt(source, "single")
