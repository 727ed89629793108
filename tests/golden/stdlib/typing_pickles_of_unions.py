# Unions and optional types travel by pickle and copy.
import copy
import pickle
import typing

for kind in (typing.Optional[str], typing.Union[int, str, None], typing.Union[int, typing.List[str]]):
    print(kind, pickle.loads(pickle.dumps(kind)) == kind, copy.deepcopy(kind) == kind)


@typing.runtime_checkable
class Sized(typing.Protocol):
    size: int

    def grow(self): ...


class Box:
    size = None

    def grow(self):
        pass


print(sorted(Sized.__non_callable_proto_members__), isinstance(Box(), Sized), isinstance(3, Sized))
try:
    issubclass(Box, Sized)
except TypeError as error:
    print(error)
