# Tables answer for functions and classes in their own ways, and refuse what is not there.
import symtable

top = symtable.symtable("def f(a, b=1): c = a; return d\ndef f(): pass\nclass K:\n  def m(self): pass\n  x = 1\n",
    "s", "exec")
function = top.get_children()[0]
print(function, function.get_parameters(), function.get_locals(), function.get_globals(), function.get_frees())
print(top.lookup("K").get_namespace(), top.lookup("f").get_namespaces() == top.get_children()[:2])
print(repr(top.lookup("K")), repr(function.lookup("a")), top.has_children(), list(top.get_identifiers()))
for attempt in [lambda: top.lookup("f").get_namespace(), lambda: top.lookup("nope"),
                lambda: function.lookup("a").get_namespace(), lambda: symtable.symtable("x", "s", "what"),
                lambda: symtable.symtable("def f(x): global x", "s", "exec"),
                lambda: symtable.symtable(1, "s", "exec")]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
print(symtable.symtable("a + b", "s", "eval").get_symbols())
