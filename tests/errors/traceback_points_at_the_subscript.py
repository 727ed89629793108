# exit: 1
# stderr: whole
data = {"users": [{"name": "x"}]}
print(data["users"][0]["name"])
print(data["users"][1]["name"])
