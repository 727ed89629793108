# Migrations register themselves, depend on each other, and run in order within transactions.
import contextlib
import graphlib


class Migration:
    known = {}

    def __init_subclass__(cls, /, after=(), **more):
        super().__init_subclass__(**more)
        cls.after = tuple(after)
        Migration.known[cls.__name__] = cls

    def up(self, state):
        raise NotImplementedError(f"{type(self).__name__}.up")


@contextlib.contextmanager
def transaction(state, log):
    saved = {table: list(columns) for table, columns in state.items()}
    try:
        yield state
    except Exception as error:
        state.clear()
        state.update(saved)
        log.append(f"rolled back: {error!r}")
        raise
    else:
        log.append("committed")


class Users(Migration):
    def up(self, state):
        state["users"] = ["id"]


class Emails(Migration, after=["Users"]):
    def up(self, state):
        state["users"].append("email")


class Posts(Migration, after=["Users"]):
    def up(self, state):
        state["posts"] = ["id", "user"]


class Broken(Migration, after=["Emails", "Posts"]):
    def up(self, state):
        state["users"].clear()
        state["nope"].append("x")


class Forgotten(Migration, after=["Posts"]):
    pass


def run(names=None):
    state, log, order = {}, [], graphlib.TopologicalSorter({name: m.after for name, m in Migration.known.items()})
    for name in order.static_order():
        if names and name not in names:
            continue
        with contextlib.ExitStack() as stack:
            stack.enter_context(contextlib.suppress(KeyError, NotImplementedError))
            stack.callback(log.append, f"after {name}")
            stack.enter_context(transaction(state, log))
            Migration.known[name]().up(state)
    return state, log


state, log = run()
print(state)
print(*log, sep="\n")
Users.after = ("Broken",)
try:
    run()
except graphlib.CycleError as error:
    print(error.args[0], sorted(set(error.args[1])))
