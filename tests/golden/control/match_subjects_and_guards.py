"""The subject is evaluated once; a failed guard goes on with the next case, keeping the names."""


def subject(value):
    print("subject", end=" ")
    return value


def guard(answer, name):
    print(f"guard {name}", end=" ")
    return answer


match subject((1, 2)):
    case (a, b) if guard(False, 1):
        print("first")
    case (a, c) if guard(True, 2):
        print("second", a, b, c)
match 1, 2:
    case x, y:
        print(x, y)
match *[1, 2], 3:
    case [*all]:
        print(all)
match (yes := 5):
    case 5:
        print(yes)
match -1:
    case -1:
        print("minus one")
match 2 + 3j:
    case 2 + 3j:
        print("complex")
match "text":
    case "te" "xt":
        print("joined")
match b"x":
    case "x":
        print("wrong")
    case b"x":
        print("bytes")
match None, True, 0:
    case None, True, False:
        print("False is matched by identity, not 0")
    case None, True, 0:
        print("zero")
match True:
    case 1:
        print("1 == True")
match 1.0:
    case 1:
        print("1 == 1.0")
match 5:
    case int(n) | str(n):
        print("or", n)
match [1, [2, [3]]]:
    case [a, [b, [c]]]:
        print(a, b, c)
match {"a": {"b": [1, 2]}}:
    case {"a": {"b": [first, *_]}}:
        print(first)
match ...:
    case _ if False:
        print("no")
    case _:
        print("default")
match 1:
    case 2:
        print("nothing")
print("end")
