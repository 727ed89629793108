for value in (0, 1, -1, 255, -256, 2**49, -(2**49), 2**63 - 1, 2**64, -(2**100) + 1, True):
    print(value, value.bit_length(), value.bit_count())
print((5).__index__(), (5).__trunc__(), (5).__floor__(), (5).__ceil__(), (-5).__round__(-1), (5).__getnewargs__(), (5).__int__(), (5).__float__())
print(int.bit_length(7), int.bit_count(True))
for call in (lambda: int.bit_length("7"), lambda: (1).bit_length(2), lambda: (1).bit_count(x=1)):
    try:
        call()
    except TypeError as error:
        print(error)
