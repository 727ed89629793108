"""Texts and brackets that are not closed, or closed by the wrong sign."""
for source in ("'abc", '"abc', "'''abc", '"""abc\n\n', "f'abc", "f'{", "f'{a", "f'{a'", "f'''{a", "b'abc", "r'abc\\", "'abc\\", "'abc\\\n", "(", "[1, 2", "{1: 2", "f(a, b", ")", "]", "}", "(]", "[)", "{)", "(1, [2)", "f(x]", "((1)", "(1))", "'a\nb'", "[1,\n2\n", "x = (\ny = 1", "f'{(}'", "f'{]}'", "f'{a)}'", "f'{a[}'", "f'}'", "f'{}'", "f'{!r}'", "f'{:x}'", "f'{ }'", "f'{a!}'", "f'{a!x}'", "f'{a!r x}'", "f'{a b}'", "f'{*a}'", "f'{**a}'", "f'{a;b}'", "f'{a=!r:>5}'", "f'{lambda x: 1}'", "f'{a:{b}}'", "f'{a:{b:{c}}}'", "f'{#}'", "f'{a # c}'", "f'{\\n}'", "f'{yield}'", "f'{a:=5}'"):
    try:
        compile(source, "", "exec")
        print(repr(source), "fine")
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno)
