# Comprehensions within each other in a class body see the names of the function around, not those of the class.
def function(outer, shadowed="function"):
    class Body:
        shadowed = "class"
        rows = [[outer + i + j for i in range(2)] for j in range(2)]
        deeper = [[[outer for _ in "a"] for _ in "b"] for _ in "c"]
        hidden = [[shadowed for _ in "a"] for _ in "b"]
        pairs = {key: [outer for _ in range(key)] for key in range(3)}
        calls = [[lambda: outer for _ in "a"] for _ in "b"][0][0]
        first = [shadowed for shadowed in [shadowed]]
    return Body


body = function(10)
print(body.rows, body.deeper, body.hidden, body.pairs, body.calls(), body.first)


class Plain:
    name = 1
    try:
        rows = [[name for _ in "a"] for _ in "b"]
    except NameError as error:
        print(error)
