for call in ["len()", "len(1, 2)", "len(5)", "[].append()", "[].append(1, 2)", "''.join()", "''.join(5)", "''.join([1])", "{}.get()", "abs()", "abs('a')",
             "isinstance(1)", "isinstance(1, 2)", "ord('ab')", "ord(5)", "chr(-1)", "chr('a')", "int('x')", "int([])", "float('x')",
             "[].pop()", "{}.popitem()", "set().pop()", "[].index(1)", "[].remove(1)", "{}['a']", "[][0]", "()[0]", "''[0]", "range()", "range(1.5)", "range(1, 2, 0)"]:
    try:
        print(eval(call))
    except Exception as e:
        print(call, "->", type(e).__name__, e)
