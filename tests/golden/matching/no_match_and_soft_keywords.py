match = 5
case = "c"
_ = 9
print(match, case, _)
match match:
    case 6: print("six")
print("nothing matched")
match (1, 2):
    case 1, y:
        print(y)
match [1, 2], 3:
    case [a, b], c:
        print(a, b, c)
type = 3
print(type, match + type)
for x in [1]:
    match x:
        case 1:
            continue
print("end")
