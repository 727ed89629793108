counter = 0


def up():
    global counter
    counter += 1
