print(1 == 1.0 == 1 + 0j == True, 1 < 1.5, 2**53 + 1 == float(2**53 + 1), 2**53 + 1 > float(2**53), 10**400 > 1e308, 10**400 < float("inf"))
print(1 == "1", 1 != "1", 1 == None, 0 == "", 3 == [3])
print(float("nan") == float("nan"), 1 < float("nan"), 10**400 > float("nan"), float("nan") != float("nan"))
for call in (lambda: 1 < "1", lambda: 1 >= None, lambda: 1 < 1j, lambda: 1j < 2j, lambda: [] > 1, lambda: 2.5 <= "x", lambda: int < int):
    try:
        print(call())
    except TypeError as error:
        print(error)
print((1).__eq__(1.0), (1).__eq__("1"), (1.0).__eq__(1), (1).__lt__(2.0), (2.0).__lt__(3), (1j).__lt__(1j))
