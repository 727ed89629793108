for source in ("(1", "[1, (2", "{1: 2", "1)", "(1]", "{(1})", "[1\n(2\n]", "f(1, 2", "x = {\n'a': [\n1,\n}", ")", "f(\n\n",
               "'%s' % (a, b", "def f(:\n  pass"):
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as e:
        print(repr(source), e.msg, (e.lineno, e.offset))
