rooms = {"hall": {"north": "kitchen", "east": "garden"}, "kitchen": {"south": "hall"}, "garden": {"west": "hall"}}
def play(commands):
    here, bag = "hall", set()
    for line in commands:
        match line.split():
            case ["go", ("north" | "south" | "east" | "west") as way]:
                here = rooms[here].get(way) or here
                yield here
            case ["take", *things] if things:
                bag.update(things)
                yield f"taken {len(things)}"
            case ["bag"]:
                yield sorted(bag)
            case []:
                yield "..."
            case [verb, *_]:
                yield f"cannot {verb}"
print(list(play(["go north", "take knife bread", "go up", "go south", "bag", "", "take", "dance now"])))
