print(bin(10), oct(64), hex(255), bin(-5), hex(-255), oct(0), hex(2**70), bin(2**65 + 1)[-3:])
print(format(255, "b"), format(255, "o"), format(255, "X"), format(255, "#b"), f"{10:#06x}", f"{-10:b}", f"{5:08b}")
for f in (bin, oct, hex):
    try:
        f(1.5)
    except TypeError as e:
        print(e)
print(chr(65), ord("é"), chr(128512), ord("\n"), chr(0x10FFFF) == "\U0010ffff")
