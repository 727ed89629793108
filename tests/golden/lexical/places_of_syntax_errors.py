# Where errors are said to be in sources that are one expression, one statement, or no file.
def tell(source, mode, compiler=None):
    try:
        compile(source, "<source>", mode) if compiler is None else compiler(source)
        found = "fine"
    except SyntaxError as error:
        found = (type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset,
                 error.text)
    print(repr(source), mode, found)


either = [
    "", "\n", " ", "   ", "\t", "  \n", "  #c", "\n\n", "\n#c", "#c\n", "#c\n\n", "1 +", "1 +\n", "\n1 +", "1 +\n\n",
    "1 if 2 else", "a.", "a.\n", "not", "lambda:", "lambda x", "a[1", "a[", "(", "(\n", "1,,", "\n 1", " \n1", "yield +",
    "a if b", "'a", '"""a', "f'{a", "f'{a +", "*a", "**a", "a:=1", "  a b", "a b  ", "(a b)", "print 1", "é é", "é +",
    "lambda *a, b", "[x for x in", "{1:", "{1:2", "a ?", "$", "f'{a.}'", "f'{a b}'", "f'{a[}'", "f'{a.b.}'", "  1",
]
for source in either:
    tell(source, "eval")
    tell(source, "single")
for source in ("x = 1", "1;", "1\n\n2", "*a, b", "1, *a", "(*a, b)", "(a), *b", "*a,"):
    tell(source, "eval")
single = [
    "pass\npass", "a=1;b=2", "a=1\nb=2", "if 1:\n  pass\nx=1", "if 1:\n  pass\n", "if 1:\n  pass", "x=1\n\n\n",
    "x=1\n# more", "1\n\n2", "1 \n 2", "a\n+", "a\nb\nc", "a = ", "a;b\nc", "@d\ndef f(): pass\n", "x = '''\n'''",
]
for source in single:
    tell(source, "single")
for source in ("", "\n", " ", "  \n", "  1 +", "\n 1", "  a b", "  1\n  2", "  #c", "\t1 1"):
    tell(source, "eval()", eval)
statements = [
    " 1", " \n 1", "*a", "print(*a)\n*a\n", "f'{a.}'", "f'{*a}'", "(1", "[1, 2", ")", "(]", "'abc", "x = 'a\nb'",
    "if 1:\npass", "if 1:\n    pass\n  pass", "def f(a,a): pass", "f(a=1,2)", "a = = 1", "1 = a", "del f()", "return",
    "yield 1", "break", "class A: return 1", "x\\", "x\\ y", "x = \u201chi\u201d", "def f[](): pass",
    "import a\nx = = 1\ny = 2", "def f():\n x = 1\n global x", "nonlocal x", "match x:\n case a: pass\n case b: pass",
]
for source in statements:
    tell(source, "exec")
