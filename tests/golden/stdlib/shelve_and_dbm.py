# shelve and dbm.dumb: objects that last in files.
import dbm.dumb
import os
import shelve

database = dbm.dumb.open("plain", "n")
database["key"] = "value"
database[b"bytes"] = b"x" * 1000
database["key"] = "another value"
print(database["key"], len(database[b"bytes"]), sorted(database.keys()), b"key" in database, len(database), "nope" in database)
database[b"bytes"] = b"y" * 2000
del database["key"]
database.close()
for action in (lambda: database["x"], lambda: dbm.dumb.open("plain", "z"), lambda: dbm.dumb.open("nope", "r")):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
with dbm.dumb.open("plain", "r") as database:
    print({key: value[:3] for key, value in database.items()}, database.get(b"nope", 5))
    try:
        database["a"] = "b"
    except dbm.dumb.error as error:
        print(error)
print(dbm.whichdb("plain"), dbm.whichdb("nothing"), sorted(os.listdir()))

store = dict()
shelf = shelve.Shelf(store)
shelf["list"] = [1, 2, {"three": 4}]
shelf["text"] = "ü"
print(sorted(shelf), shelf["list"], "list" in shelf, len(shelf), shelf.get("nope"), sorted(store))
shelf["list"].append(5)
print(shelf["list"])
shelf = shelve.Shelf(store, writeback=True)
shelf["list"].append(5)
shelf.sync()
print(shelve.Shelf(store)["list"])
del shelf["text"]
print(sorted(shelf.items()))
shelf.close()
try:
    shelf["list"]
except ValueError as error:
    print(error)
