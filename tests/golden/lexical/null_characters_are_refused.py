for source in ("x = 1\0", b"x = 1\0", "# \0 in a comment"):
    for run in (exec, eval, lambda s: compile(s, "<text>", "exec")):
        try:
            run(source)
        except SyntaxError as e:
            print(type(e).__name__, e)
print(len("a\0b"), ascii(eval("'a\\0b'")))
