x = "module"
def outer():
    x = "outer"
    def middle():
        global x
        def inner(): return x
        x = "changed"
        return inner()
    return middle(), x
print(outer(), x)
def declares():
    global new, other
    new = 1
    class C:
        global made_in_class
        made_in_class = new
        new = 5
    return C
print(hasattr(declares(), "new"), made_in_class, new)
try:
    other
except NameError as e:
    print(e)
class A:
    global in_class
    def in_class(): return "global function"
    y = "attribute"
print(in_class(), hasattr(A, "in_class"))
