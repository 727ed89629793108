for specification in ("", "s", "10", "<10", ">10", "^10", "*^11", ".2", "8.2", ">8.2s", "010", "😀>5", "{^7", "0<6", "<", ">"):
    print(f"{specification!r:8} [{format('héllo', specification)}]")
for specification in ("d", "=10", "+", " ", "#", ",", "_", "z", ".", ".x", "5d", "é", "<<<", "s5"):
    try:
        print(format("text", specification))
    except ValueError as error:
        print(repr(specification), error)
