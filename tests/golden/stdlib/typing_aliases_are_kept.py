"""Generic aliases of typing that are asked for again are the same objects."""
from typing import *
T = TypeVar("T")
for one, other in ((List[int], List[int]), (Dict[str, T], Dict[str, T]), (Dict[str, T][int], Dict[str, T][int]), (Tuple[int, ...], Tuple[int, ...]),
                   (Optional[str], Optional[str]), (Union[int, str], Union[int, str]), (Annotated[int, 1], Annotated[int, 1]), (Literal[1], Literal[True]),
                   (Callable[[int], str], Callable[[int], str]), (List[1 == 1 and int], List[int]), (Annotated[int, []], Annotated[int, []]),
                   (Generator[int], Generator[int]), (Type[T], Type[T]), (ClassVar[int], ClassVar[int]), (Final[int], Final[int])):
    print(one, other, one is other, one == other)
