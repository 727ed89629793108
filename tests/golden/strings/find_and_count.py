s = "abracadabra"
print(s.find("abra"), s.rfind("abra"), s.find("z"), s.find("a", 1), s.find("a", 1, 3), s.index("cad"), s.count("a"), s.count(""), s.count("abra", 1), "aaaa".count("aa"))
print(s.startswith("abra"), s.endswith(("x", "bra")), s.startswith("bra", 1), s.startswith(("a", "b")), "".startswith(""), s.find(""), s.rfind(""), s.find("", 20))
for f in (lambda: s.index("z"), lambda: s.rindex("z"), lambda: s.startswith(5), lambda: s.find(5)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
