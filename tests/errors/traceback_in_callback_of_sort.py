# exit: 1
# stderr: whole
def key(x):
    return x.missing


print(sorted([1, 2], key=key))
