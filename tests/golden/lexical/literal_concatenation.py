print("a" 'b' """c""" r"\d" "\x64")
print(b"a" b'b' br"\c")
x = 5
print("a{x}" f"{x}" "{x}" f"{{x}}" rf"\{x}")
print(len("a"
          # comments may stand between
          "b"), "%s" "%s" % (1, 2))
print(("abc" "def").upper(), "abc" "def"[0])
for source in ("'a' b'b'", "b'a' f'{1}'", "f'{1}' b'a' 'c'"):
    try:
        eval(source)
    except SyntaxError as e:
        print(e.msg)
try:
    eval("'a' 1")
except SyntaxError as e:
    print(e.msg)
