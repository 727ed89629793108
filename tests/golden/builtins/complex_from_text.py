def attempt(*arguments):
    try:
        print(complex(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


for text in ("1+2j", " 1+2j ", "(1+2j)", "j", "-j", "1e3j", "1e-3+2E2J", "nan+infj", "-inf-nanj", "1_0+2_0j", "٣+٤j"):
    attempt(text)
for text in ("", "1 + 2j", "1+2", "1+2i", "j1", "1+j2", "((1))", "(1", "1__0", "+-1", "1j1"):
    attempt(text)
attempt("1", 2)
attempt(1, "2")
attempt([])
attempt(b"1")
attempt(1, 2, 3)
