print(0, 00, 0_0, 000000, 1_000_000, 0x_ff, 0XFF, 0b1_01, 0B11, 0o17, 0O1_7, 0xdead_BEEF)
print(7_9228162514_26433759354395033_6, 0x1_0000_0000_0000_0000)
for literal in ("01", "0_7", "00_1", "1__0", "1_", "0x", "0x_", "0b2", "0b12", "0o8", "0o18", "0xg", "0b", "0o",
                "1a", "0b1a", "0xfg", "1_a", "0_x1", "0b_", "12__3"):
    try:
        print(literal, eval(literal))
    except SyntaxError as e:
        print(literal, "->", e.msg)
