print(b"\xe9", b"\u0041", br"\xe9", b'''a
b''')
for source in ("b'é'", "b'''\n€'''", "br'日'", "b'a' b'ü'"):
    try:
        eval(source)
    except SyntaxError as e:
        print(e.msg, (e.lineno, e.offset))
