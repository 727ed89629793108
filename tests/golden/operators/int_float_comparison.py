print(1 == 1.0, 2**53 == float(2**53), 2**53 + 1 == float(2**53 + 1), 10**400 > 1e308, 10**400 > float("inf"))
print(1 < 1.5, 3 > float("nan"), 3 < float("nan"), hash(1) == hash(1.0), 2**1000 < 1e308)
print(True == 1, True < 2, 0.1 + 0.2 == 0.3, max(1, 1.0), min(2.0, 2))
print(1 == 1j, 1 == "1", None == 0, [] == (), {} == set())
