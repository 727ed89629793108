print("  a  b\tc\n".split(), "".split(), "   ".split(), " a b ".split(None, 1), " a b c ".split(maxsplit=0), " a b c ".rsplit(None, 1), "a b c".rsplit(maxsplit=0))
print("a\u2003b\x1cc\x85d\xa0e\u200bf".split(), "a\x0bb\x0cc".split(), " x ".split(sep=None), "  lead".split(None, 0))
print("a,b,,c,".split(","), ",".split(","), "".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "a--b--c".split("--"), "aaa".split("a"), "aaa".split("aa"), "aaa".rsplit("aa"))
for call in (lambda: "a".split(""), lambda: "a".rsplit(""), lambda: "a".split(1), lambda: "a".split(",", "1"), lambda: "a".split(b","), lambda: "a".split(",", 1, 2)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
