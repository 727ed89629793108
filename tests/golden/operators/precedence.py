print(2 + 3 * 4, (2 + 3) * 4, -3 ** 2, 2 ** -1 * 4, not 1 + 1, 1 | 2 & 3 ^ 4)
print(1 + 2 << 3, 1 << 2 + 3, 5 & 3 == 1, 10 - 4 - 3, 2 ** 2 ** 3, 100 / 10 / 2)
print(not True == False, 1 if 0 else 2 if 0 else 3, lambda: 1 and 0)if 0 else print("end")
print(~-1, -~1, - - 1, +-+1, not not 5)
