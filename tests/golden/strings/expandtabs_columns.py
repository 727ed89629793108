print("a\tb".expandtabs(), "|" + "\t".expandtabs(4) + "|", "ab\tc\td".expandtabs(3), "a\tb\n\tc".expandtabs(4), "a\tb\r\tc".expandtabs(4).encode())
print("a\tb".expandtabs(0), "a\tb".expandtabs(-1), "a\tb".expandtabs(1), "é\tx".expandtabs(tabsize=4), "12345678\t9".expandtabs())
for call in (lambda: "a".expandtabs("4"), lambda: "a".expandtabs(1.0), lambda: "\t".expandtabs(2**62) and 0):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
