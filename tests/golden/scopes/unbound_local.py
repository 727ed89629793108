x = 1
def f():
    print(x)
    x = 2
def g(flag):
    if flag:
        y = 1
    return y
for call in (f, lambda: g(False)):
    try:
        call()
    except UnboundLocalError as e:
        print(e)
try:
    undefined_name
except NameError as e:
    print(e, e.name)
def h():
    for i in []:
        pass
    return i
try:
    h()
except UnboundLocalError as e:
    print(e)
