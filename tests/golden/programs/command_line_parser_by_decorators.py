# Commands declared by stacked decorators, with options, types and help, as click does it.
import functools
import textwrap


class UsageError(Exception):
    pass


class Command:
    def __init__(self, function, params):
        self.function, self.params = function, params
        functools.update_wrapper(self, function)

    def parse(self, words):
        values = {param["name"]: param.get("default") for param in self.params}
        positional = [param for param in self.params if not param["option"]]
        words = list(words)
        while words:
            word = words.pop(0)
            if word.startswith("-"):
                name, _, given = word.partition("=")
                param = next((p for p in self.params if name in p["names"]), None)
                if param is None:
                    raise UsageError(f"No such option: {name}")
                if param.get("is_flag"):
                    values[param["name"]] = True
                    continue
                if not given:
                    if not words:
                        raise UsageError(f"Option {name!r} requires an argument.")
                    given = words.pop(0)
                value = self.convert(param, given)
                if param.get("multiple"):
                    values[param["name"]] = (values[param["name"]] or ()) + (value,)
                else:
                    values[param["name"]] = value
            elif positional:
                param = positional.pop(0)
                values[param["name"]] = self.convert(param, word)
            else:
                raise UsageError(f"Got unexpected extra argument ({word})")
        if positional:
            raise UsageError(f"Missing argument {positional[0]['name'].upper()!r}.")
        return values

    @staticmethod
    def convert(param, text):
        try:
            return param.get("type", str)(text)
        except ValueError:
            raise UsageError(f"Invalid value for {param['names'][0]!r}: {text!r} is not valid.") from None

    def __call__(self, *words):
        try:
            return self.function(**self.parse(words))
        except UsageError as error:
            return f"Error: {error}"

    def help(self):
        lines = [f"Usage: {self.__name__}", textwrap.indent(textwrap.fill(self.__doc__ or "", 40), "  ")]
        options = [param for param in self.params if param["option"]]
        lines += [f"  {', '.join(param['names']):<14}{param.get('help', '')}" for param in options]
        return "\n".join(lines)


def option(*names, **more):
    def decorate(function):
        name = max(names, key=len).lstrip("-").replace("-", "_")
        function.__dict__.setdefault("_params", []).insert(0, {"names": names, "name": name, "option": True, **more})
        return function
    return decorate


def argument(name, **more):
    def decorate(function):
        function.__dict__.setdefault("_params", []).insert(0, {"names": (name,), "name": name, "option": False, **more})
        return function
    return decorate


def command(function):
    return Command(function, function.__dict__.pop("_params", []))


@command
@argument("name")
@argument("count", type=int)
@option("-s", "--shout", is_flag=True, default=False, help="Louder.")
@option("--tag", multiple=True, help="May come more than once.")
@option("--times", type=int, default=1, help="How often.")
def greet(name, count, shout, tag, times):
    """Greet somebody by name, so many times, and maybe louder than is polite."""
    text = f"hello {name}" * times
    return text.upper() if shout else text, count, tag


print(greet.help())
print(greet("you", "3"), greet("-s", "you", "4", "--times=2"), greet("a", "1", "--tag", "x", "--tag=y"))
for words in [(), ("a", "b"), ("a", "1", "c"), ("--nope",), ("a", "1", "--times"), ("a", "1", "--times", "z")]:
    print(greet(*words))
print(greet.__name__, greet.__wrapped__.__qualname__, greet.function.__dict__)
