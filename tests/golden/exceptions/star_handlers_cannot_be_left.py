"""`break`, `continue` and `return` within `except*`: the error is the same inside and outside of a loop."""
for statement in ["break", "continue", "return"]:
    for before in ["", "for i in x:\n ", "def f():\n ", "def f():\n  while 1:\n   "]:
        lines = ["try:", " pass", "except* ValueError:", "    " + statement]
        depth = len(before) - len(before.rstrip(" ")) if before else 0
        source = before.rstrip(" ") + "\n".join(" " * depth + line for line in lines)
        try:
            compile(source, "", "exec")
        except SyntaxError as error:
            print(repr(before), statement, "-", error)
        else:
            print(repr(before), statement, "compiles")
