# stdin: look\ntake lamp\ngo north\ntake sword\nn\nuse lamp\nattack troll\ninventory\ndrop lamp\nfly\nsave\ngo south\nload\nlook\n
import copy
import sys
from dataclasses import dataclass, field


@dataclass
class Room:
    name: str
    text: str
    exits: dict = field(default_factory=dict)
    items: list = field(default_factory=list)
    dark: bool = False


@dataclass
class World:
    rooms: dict
    here: str
    bag: list = field(default_factory=list)
    flags: set = field(default_factory=set)
    turns: int = 0


class Game:
    aliases = {"n": "go north", "s": "go south", "i": "inventory", "l": "look"}

    def __init__(self, world):
        self.world, self.saved = world, None

    @property
    def room(self):
        return self.world.rooms[self.world.here]

    def do_look(self, *_):
        """look around"""
        if self.room.dark and "light" not in self.world.flags:
            return "It is dark."
        things = f" You see {', '.join(sorted(self.room.items))}." if self.room.items else ""
        return f"{self.room.name}: {self.room.text}{things} Exits: {', '.join(self.room.exits) or 'none'}."

    def do_go(self, where=None, *_):
        """go somewhere"""
        try:
            self.world.here = self.room.exits[where]
        except KeyError:
            return f"No way {where}."
        return self.do_look()

    def do_take(self, what=None, *_):
        if what not in self.room.items:
            return f"No {what} here."
        self.room.items.remove(what)
        self.world.bag.append(what)
        return f"Taken: {what}."

    def do_drop(self, what=None, *_):
        if what not in self.world.bag:
            return "You have none."
        self.world.bag.remove(what)
        self.room.items.append(what)
        self.world.flags -= {"light"} if what == "lamp" else set()
        return f"Dropped: {what}."

    def do_use(self, what=None, *_):
        match what, self.world.bag:
            case "lamp", [*_, "lamp"] | ["lamp", *_]:
                self.world.flags.add("light")
                return "Light! " + self.do_look()
            case None, _:
                return "Use what?"
        return "Nothing happens."

    def do_attack(self, whom=None, *_):
        return f"You hit the {whom}." if "sword" in self.world.bag else f"The {whom} laughs."

    def do_inventory(self, *_):
        return "You have " + (" and ".join(self.world.bag) or "nothing") + "."

    def do_save(self, *_):
        self.saved = copy.deepcopy(self.world)
        return "Saved."

    def do_load(self, *_):
        if self.saved is None:
            return "Nothing saved."
        self.world, self.saved = self.saved, None
        return "Loaded."

    def command(self, line):
        line = self.aliases.get(line, line)
        verb, *words = line.split()
        method = getattr(self, f"do_{verb}", None)
        if method is None:
            known = sorted(n[3:] for n in dir(self) if n.startswith("do_"))
            return f"I know {', '.join(known)}."
        self.world.turns += 1
        return method(*words)


game = Game(World({
    "hall": Room("Hall", "Stone walls.", {"north": "cave"}, ["lamp"]),
    "cave": Room("Cave", "A troll sleeps.", {"south": "hall"}, ["sword"], dark=True),
}, "hall"))
for line in sys.stdin:
    line = line.strip()
    print(">", line)
    print(game.command(line))
print(game.world.turns, game.world.bag, sorted(game.world.flags), game.world.rooms["cave"])
