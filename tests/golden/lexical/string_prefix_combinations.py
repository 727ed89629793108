"""Which prefixes exist, in which case, and which combinations are names followed by a text."""
for prefix in ("", "r", "R", "b", "B", "u", "U", "f", "F", "rb", "bR", "Rb", "BR", "fr", "rF", "FR", "ur", "bu", "fb", "bf", "uf", "rr", "bb", "x", "rbf"):
    try:
        print(prefix, repr(eval(prefix + '"a\\n"')))
    except SyntaxError as error:
        print(prefix, "|", error.msg)
for source in ("'a' b'b'", "b'a' 'b'", "f'a' b'b'", "b'a' b'b'", "'a' f'{1}' 'b'", "u'a' r'\\n'", "f'a' u'b'", "''''a'", "'a'''", "''\"\"", "'a' 'b' * 2", "('a'\n'b')", "'a'\n'b'"):
    try:
        print(source, repr(eval(source)))
    except SyntaxError as error:
        print(source, "|", error.msg)
