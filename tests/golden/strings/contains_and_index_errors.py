print("b" in "abc", "" in "", "" in "abc", "ca" in "abc", "😀" in "x😀", "abc"[-3], "abc"[True], "abc"[::-2], "abc"[5:], "abc"[-100:100])
for call in (lambda: 1 in "abc", lambda: None in "abc", lambda: b"a" in "abc", lambda: "abc"[3], lambda: "abc"[-4], lambda: "abc"["a"], lambda: "abc"[1.0], lambda: "abc"[None], lambda: "abc"[::0], lambda: "abc"["a":], lambda: "abc"[2**70], lambda: "abc"[1, 2]):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
text = "abc"
for statement in ("text[0] = 'x'", "del text[0]", "text[0:1] = 'x'", "del text[:]", "text.x = 1", "text.upper = 1"):
    try:
        exec(statement)
    except Exception as error:
        print(type(error).__name__, error)
print("abc"[2**70:], "abc"[-(2**70):2], "abc"[:2**70:2**70])
