# What libraries that bring newer forms to older interpreters build upon.
import typing
from typing import Annotated, Any, ClassVar, Concatenate, Final, ForwardRef, List, Literal, Optional, TypeVar, Union

T = TypeVar("T")


class Form(typing._SpecialForm, _root=True):
    def __repr__(self):
        return "mine." + self._name


@Form
def Wrapped(self, parameters):
    item = typing._type_check(parameters, f"{self._name} accepts only a single type.")
    return typing._GenericAlias(self, (item,))


print(Wrapped, typing.get_args(Wrapped[int]), typing.get_origin(Wrapped[T]) is Wrapped)
print(Wrapped[T][str].__args__, Wrapped[T].__parameters__)
for make in (lambda: Wrapped[1, 2], lambda: Wrapped[ClassVar], lambda: Wrapped[ClassVar[int]], lambda: Wrapped[Final]):
    try:
        make()
    except TypeError as error:
        print(error)
print(typing._type_check(ClassVar, "no", allow_special_forms=True), typing._type_check(None, "no"))
print(typing._type_convert("name"), typing._type_repr(int), typing._type_repr(...), typing._type_repr(List[int]))

try:
    class Mine(typing._Final):
        pass
except TypeError as error:
    print(error)

print(isinstance(Annotated[int, 1], typing._AnnotatedAlias), isinstance(Optional[int], typing._UnionGenericAlias))
print(isinstance(Literal[1], typing._LiteralGenericAlias), isinstance(List[int], typing._GenericAlias))
print(isinstance(Concatenate[int, ...], typing._ConcatenateGenericAlias), isinstance(List, typing._BaseGenericAlias))
print(typing._eval_type(Union[ForwardRef("int"), List["T"]], globals(), globals(), ()))
print(typing._is_param_expr(...), typing._is_param_expr([int]), typing._is_param_expr(int))
print("__slots__" in typing.EXCLUDED_ATTRIBUTES, "run" in typing.EXCLUDED_ATTRIBUTES)

calls = []


@typing._tp_cache
def remembered(*args):
    calls.append(args)
    return len(calls)


print(remembered(1), remembered(1), remembered([]), remembered([]), remembered.__name__)
