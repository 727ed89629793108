"""What may not stand in the parts of type parameters."""
SOURCES = [
    "def f[T: ((x:= 3), int)](): pass", "def f[T = ((x:=3))](): pass", "def f[*Ts = (yield)](): pass",
    "class A[**P = [(yield), int]]: pass", "type A[T: (int, (yield 3))] = int", "type A[T: (await 1)] = int",
    "type A = (yield)", "type A[T=(await 1)] = int", "def f[T: [(y:=1) for x in ()]](): pass",
    "class C[T=[(y:=1) for x in ()]]: pass", "def f[T: (int, [(y:=1) for x in ()])](): pass",
]
for source in SOURCES:
    try:
        compile(source, "<string>", "exec")
    except SyntaxError as error:
        print(error.msg)
