"""Unexpected, missing and inconsistent indentation, with tabs and spaces."""
sources = ["if 1:\npass", "if 1:\n  a\n b", " a", "a\n  b", "if 1:\n\ta\n        b", "if 1:\n        a\n\tb", "def f():\n", "class C:\n# c\n", "for x in y:\n", "while 1:\nx", "try:\n", "try:\n a\nexcept:\n", "try:\n a\nfinally:\n", "with a:\n", "if 1:\n a\nelse:\n", "if 1:\n a\nelif 2:\n", "match x:\n", "match x:\ncase 1: pass", "match x:\n case 1:\n", "async def f():\n", "if 1:\n  a\n  \n\tb", "if 1:\n  if 2:\n    a\n   b", "@d\n  def f(): pass", "x = 1\n y = 2", "if 1: a\n  b", "(\n  a\n b)", "if 1:\n  '''\nx'''\n  b", "def f(\n a):\n  pass", "if 1:\n  a\n# c\n  b", "\n\n  a", "if 1:\n \x0ca\n b", "for x in y: pass\nelse:\n", "class C:\n  def f(self):\n  pass", "if 1:\\\n  a", "try:\n a\n b\n  c"]
for source in sources:
    try:
        compile(source, "", "exec")
        print(repr(source), "fine")
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.msg, error.lineno)
