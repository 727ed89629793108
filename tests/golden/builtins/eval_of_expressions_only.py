for source in ("1 if 0 else 2", "[*range(3)]", "(y := 5) + 1", "{**{}}", "'a' 'b'", "not None", "1 < 2 < 3", "...", "(1,)", "1,", "f'{1}'", "  7  ", "x\\\n+1", "(\n1\n)", "{x: 1}", "yield_"):
    try:
        print(source.encode(), eval(source, {"x": 1, "yield_": "name"}))
    except Exception as error:
        print(source, type(error).__name__)
for source in ("x = 1", "pass", "import os", "x; y", "return 1", "yield 1", "await x", "def f(): pass", "del x", "1\n2", "# only a comment", "a := 1", "print x"):
    try:
        print(source, eval(source, {"x": 1, "y": 2, "a": []}))
    except SyntaxError as error:
        print(source, "|", error.msg)
