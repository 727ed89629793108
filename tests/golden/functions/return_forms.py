def none(): return
def pair(): return 1, 2
def star(*a): return *a, 0
def early(x):
    for i in range(10):
        if i == x:
            return i
def nested():
    try:
        return "try"
    finally:
        print("cleanup")
print(none(), pair(), star(1, 2), early(3), early(20), nested())
