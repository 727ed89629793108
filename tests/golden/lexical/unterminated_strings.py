for source in ("'a", '"a', "'''a", '"""a\nb', "f'a", "f'''a\n", "b'", "r'a\\'", "'a\nb'", "x = 'a' + 'b\n", "f'{1}", "f'{'",
               "f'{a", "f'{a!r:{b}'", "f\"{'a\"", "f'''{\n1\n"):
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as e:
        print(repr(source), e.msg, (e.lineno, e.offset))
