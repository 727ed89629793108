print(r"\"", r'\'', len(r"\""), r"\\", len(r"\\"))
print(r"""a\"b\
c""")
print(rb"\"\\", r"\x", r'\N{no name}')
for source in (r'r"\"', r'r"\\\"', r"r'''\'''"):
    try:
        eval(source)
    except SyntaxError as e:
        print(source, e.msg)
