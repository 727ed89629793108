import string
f = string.Formatter()
print(f.format("{0} {x}", 1, x=2), list(f.parse("a{b!r:>5}c")), string.whitespace.encode(), string.ascii_letters[:3], string.printable[:5])
def tokens(s):
    out, i = [], 0
    while i < len(s):
        c = s[i]
        if c.isspace(): i += 1
        elif c.isdigit():
            j = i
            while j < len(s) and s[j].isdigit(): j += 1
            out.append(int(s[i:j])); i = j
        else: out.append(c); i += 1
    return out
print(tokens("12 + (3*45)-6"))
