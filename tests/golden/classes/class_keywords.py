class A:
    def __init_subclass__(cls, /, tag=None, **rest):
        super().__init_subclass__(**rest)
        cls.tag = tag
class B(A, tag="b"): pass
class C(A, **{"tag": "c"}): pass
print(B.tag, C.tag)
for source in ("class D(A, other=1): pass", "class D(x=1): pass", "class D(metaclass=type, y=2): pass", "class D(A, tag=1, tag=2): pass",
               "class D(tag='z', *(A,)): print('body', 1)", "class D(**{'tag': 1}, *(A,)): pass", "type('D', (A,), {}, tag=3)", "type('D', (A,), {}, no=3)",
               "class D(A, A): pass", "class D(5): pass", "class D(A, **5): pass", "class D(*5): pass"):
    try:
        exec(source)
    except (TypeError, SyntaxError) as e:
        print(source, "->", e.args[0])
