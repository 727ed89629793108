import tokenize, io
for s in ['f"{l:>{w}}"\n', '(f"{l:>{w}}")\n', 'if 1:\n  (f"{l:>{w}}")\n', 'f"{l!r:}"\n', 'f"{l:}"\n','f"{l:{w}.{p}}"\n', 'f"{l:{w}.{p}} {x:{y}}"\n','f"{l:{w!r}}"\n', 'f"a{l:{w}b}c"\n', 'f"""{l:\n{w}}"""\n']:
    print(repr(s), [(t.type-60, t.string, t.start) for t in tokenize.generate_tokens(io.StringIO(s).readline) if t.type in (59,60,61)])
