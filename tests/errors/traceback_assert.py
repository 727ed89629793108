# exit: 1
# stderr: whole
x = [1, 2, 3]
assert len(x) == 3
assert len(x) == 4, f"has {len(x)}"
