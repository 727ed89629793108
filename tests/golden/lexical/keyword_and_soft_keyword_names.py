"""Keywords are never names; soft ones are, wherever they do not begin their statement."""
import keyword

print(keyword.kwlist, keyword.softkwlist, keyword.iskeyword("if"), keyword.issoftkeyword("match"), keyword.iskeyword("None"))
match, case, type, _ = 1, 2, 3, 4
print(match, case, type, _, match + case, [match for match in (1,)], (lambda type: type)(5), {"match": match}, f"{match}{case}")
match = [10, 20]
print(match[0], match [1], match[-1])
match = lambda *a: a
print(match(1), match (2), match(*[3]), match (-1))
match (4)
type = 7
type += 1
print(type)
def case(match, type=1, *, _=2): return match, type, _
print(case(1, _=3), case (1))
class type: case = 1
print(type.case)
for match in (5,): print(match)
match match:
    case case:
        print("matched", case)
match (1, 2):
    case (1, type): print(type)
match type:
    case _: print("any")
match [*[1], 2]:
    case [1, 2]: print("list")
match {"k": 1}:
    case {"k": match}: print(match)
match not 1:
    case False: print("not")
match = {}
match["k"] = 1
match.get("k")
print(match)
type X = int
print(X.__name__, type)
for source in ("match: int = 1", "case = 1", "type = 1", "match.x = 1" , "match()", "match", "match,", "match = match", "match x", "match x:", "type x", "type x = ", "case 1: pass", "_ = match", "print(match)", "del match", "match * 2", "match in x", "match is x", "match: pass", "match x: pass", "type(x) = 1", "type[x] = 1", "type X: int", "lambda match: match", "import match", "from match import case as type", "global match", "def match(): pass", "class match: pass", "with x as match: pass", "except_ = 1", "if = 1", "class = 1", "None = 1", "x.if", "x.match", "f(match=1)", "f(if=1)", "print", "exec", "nonlocal = 1", "async = 1", "await = 1"):
    try:
        compile(source, "", "exec")
        print(repr(source), "fine")
    except SyntaxError as error:
        print(repr(source), error.msg)
