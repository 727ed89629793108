match, case, type, _ = 1, 2, 3, 4
print(match, case, type, _)
match = [1, 2]
print(match[0], match[-1], match)
def case(type): return type
print(case(type=5))
match (1, 2):
    case (case, match):
        print(case, match)
match = print
match ("a call", -1)
class match:
    type = 1
    case: int = 2
print(match.type, match.case)
type = type
type X = int
print(X.__value__, type)
