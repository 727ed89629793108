with open("x") as file, open("y"):
    file.read()
