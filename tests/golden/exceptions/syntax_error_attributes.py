for source in ("a b", "def f(:\n  pass", "x = (1,\ny = 2", "  indented", "if 1:\nx", "'unclosed", "a\n  b\n c", "1 = x", "f(a=1, 2)", "return 1", "break", "é = $"):
    try:
        compile(source, "file.py", "exec")
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.filename, e.lineno, e.offset, e.end_lineno, e.end_offset)
e = SyntaxError("message", ("f.py", 3, 5, "the text", 3, 8))
print(e, e.msg, e.args, e.print_file_and_line, (e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset))
print(SyntaxError(), SyntaxError("only"), SyntaxError("only").lineno, SyntaxError("m", ("f", 1, 2, "t")))
for arguments in (("m", ()), ("m", ("f",)), ("m", 3), ("m", ("f", 1, 2, "t", 5))):
    try:
        print(SyntaxError(*arguments))
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
