def note(x):
    print("eval", x)
    return x
print(f"{note(1)} {note('a'):>{note(4)}} {note(2)}")
