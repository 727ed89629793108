"""Where only the data changes, a file stays registered."""
import os
import selectors


class Counting(selectors.SelectSelector):
    def register(self, *args):
        print("register", args[1:])
        return super().register(*args)

    def unregister(self, *args):
        print("unregister")
        return super().unregister(*args)


reader, writer = os.pipe()
with Counting() as selector:
    selector.register(reader, selectors.EVENT_READ, "a")
    print(selector.modify(reader, selectors.EVENT_READ, "b").data)
    print(selector.modify(reader, selectors.EVENT_WRITE, "c").data, selector.get_key(reader).events)
    try:
        selector.modify(writer, selectors.EVENT_READ)
    except KeyError as error:
        print(str(error).replace(str(writer), "N"))
