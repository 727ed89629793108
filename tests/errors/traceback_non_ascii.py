# exit: 1
# stderr: whole
größe = {"é": 1}
print(größe["é"], größe["ü"] + 1)
