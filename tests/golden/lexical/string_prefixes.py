print(r"\n", R'\n', u"é", U'x', b"a", B'a', f"{1}", F'{2}')
print(rb"\x", Rb'\x', bR"\x", BR'\x', br'\n', fr"\{3}", Rf'\{4}', rF"\d{5}", FR"{6}\n")
for prefix in ("ub", "bu", "ur", "fb", "bf", "uf", "rr", "bb", "rfr", "x"):
    try:
        eval(prefix + "'a'")
    except SyntaxError as e:
        print(prefix, e.msg)
