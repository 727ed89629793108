print(3.14j, 10.j, 10j, .001j, 1e100J, 3.14e-10j, 3_14.15j, 0j, 077j, 00j, 1_0J)
print(1j * 1j, 2 + 3j, -1j, (-0j), -0.0 - 0j)
for literal in ("1jj", "j", "0x1j", "1ja", "1_j", "0b1j", "1j2"):
    try:
        print(literal, eval(literal))
    except (SyntaxError, NameError) as e:
        print(literal, "->", e.args[0])
