"""What arguments make of generic classes and aliases."""
import collections.abc
import typing
from typing import *
T=TypeVar('T'); Ts=TypeVarTuple('Ts'); P=ParamSpec('P'); T2=TypeVar('T2')


def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: tuple[*Ts][int])
t(lambda: Annotated[tuple[*Ts],'d'][int])
t(lambda: Annotated[Tuple[*Ts],'d'][int, str])
t(lambda: collections.abc.Callable[Concatenate[int,P],int][[str]])
t(lambda: collections.abc.Callable[P,T][[int],str])
t(lambda: collections.abc.Callable[P,T][P,str])
t(lambda: Callable[P,T][[int,str],str])
t(lambda: Callable["P", int])
t(lambda: Callable[Unpack[Ts], int])
t(lambda: Callable[[*Ts], int][int,str])
t(lambda: List[Generic]); t(lambda: Tuple[Generic[T]]); t(lambda: List[Protocol]); t(lambda: List[Union]); t(lambda: Tuple[Optional]); t(lambda: List[ClassVar[int]])
class X(Generic[T,P]): f: Callable[P,int]; x: T
t(lambda: X[int,[int,bool]]); t(lambda: X[int,...]); t(lambda: X[int, Concatenate[int,P]]); t(lambda: X[int,int]); t(lambda: X[int])
t(lambda: X[int,[]]); t(lambda: X[int,P][[str]])
class Y(Generic[P]): pass
t(lambda: Y[int,str,bool]); t(lambda: Y[[int,str]]); t(lambda: Y[...]); t(lambda: Y[int]); t(lambda: Y[()])
class G1(Generic[*Ts]): pass
t(lambda: list[G1[*Ts]][()]); t(lambda: G1[()]); t(lambda: G1[int,str]); t(lambda: G1[*Ts][int]); t(lambda: G1[int,*Ts][str,bool]); t(lambda: G1[*tuple[int,...]])
class C(Generic[T]): pass
t(lambda: C[T][*tuple[int,...]]); t(lambda: C[T][*Ts]); t(lambda: List[T][*Ts]); t(lambda: list[T][*Ts]); t(lambda: list[T][()]); t(lambda: C[T][()]); t(lambda: list[T][int,str])
class D(Generic[T,T2]): pass
t(lambda: D[int]); t(lambda: D[int,str,bool]); t(lambda: D[T,T2][int]); t(lambda: Dict[T,T2][int]); t(lambda: dict[T,T2][int]);t(lambda: D[T,T][int])
Td=TypeVar('Td',default=str)
class E(Generic[T,T2,Td]): pass
t(lambda: E[int]); t(lambda: E[int,bool]); t(lambda: E[int,bool,float]); t(lambda: E[1,2,3,4])
Tsd=TypeVarTuple('Tsd', default=Unpack[Tuple[str,int]])
class F(Generic[T,*Tsd]): pass
t(lambda: F[float].__args__); t(lambda: F[float,range].__args__); t(lambda: F[float,*tuple[int,...]].__args__)
t(lambda: Tuple[int,...][T] ); t(lambda: Tuple[()]); t(lambda: tuple[()])
t(lambda: isinstance(Callable[[T],int], collections.abc.Iterable))
t(lambda: ForwardRef('A',module='m')==ForwardRef('A'))
t(lambda: typing.get_args(collections.abc.Callable[P,int])); t(lambda: typing.get_args(Callable[Concatenate[int,P],int]))
t(lambda: Union[int,str][int]); t(lambda: Union[T,str][int]); t(lambda: (T|str)[int]); t(lambda: Optional[T][int]);t(lambda: Literal[1,2][3])
t(lambda: repr(Callable[[],int])); t(lambda: repr(Callable[...,int])); t(lambda: Callable); t(lambda: Callable[[int],None])
t(lambda: Callable[int]); t(lambda: Callable[int,int]); t(lambda: Callable[[int],int,int]); t(lambda: Callable[(),int])
class Pr(Protocol[T]): pass
t(lambda: Pr[int]); t(lambda: Protocol[int]); t(lambda: Generic[int]); t(lambda: Generic[T,T]); t(lambda: Generic[()])
