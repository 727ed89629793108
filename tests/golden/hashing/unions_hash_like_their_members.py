# A union's hash is that of the set of its members, in whatever form and order it was written.
import typing

print(hash(int | str) == hash(str | int) == hash(typing.Union[str, int]) == hash(frozenset({int, str})))
print(hash(int | None) == hash(typing.Optional[int]), {int | str: 1}[typing.Union[int, str]])
print(len({int | str, str | int, typing.Union[int, str], int | bytes}))
