for c in ("[][1]", "(1,)[5]", "'a'[3]", "b'a'[3]", "range(3)[9]", "[1]['a']", "(1,)[1.0]", "'a'['b']", "{}[1]", "{1: 2}['k']", "[].pop(0)", "{}[[]]", "5[0]", "None[0]", "(lambda: 0)[1]", "[1][None]"):
    try:
        eval(c, {})
    except Exception as e:
        print(c, "->", type(e).__name__, e)
