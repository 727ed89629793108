# exit: 1
# stderr: whole
def f(a, b, c):
    return a + b * (c / a) - b


print(f(1, 2, 3))
print(f(0, 2, 3))
