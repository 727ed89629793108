"""typing: defaults of generators, old ways of NamedTuple, what nobody may derive from, Concatenate, overloads."""
from typing import *
import warnings
def t(n,f):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: r=f()
        except Exception as e: r=(type(e).__name__, str(e), getattr(e,'__notes__',None))
    print(n, r, [(x.category.__name__, str(x.message)) for x in w])
T=TypeVar('T'); P=ParamSpec('P')
for n in ('Generator','AsyncGenerator','ContextManager','AsyncContextManager','Iterator','Mapping','Coroutine'):
    A=globals()[n]
    for p in ((),(int,),(int,str),(int,str,bytes),(int,str,bytes,float)): t((n,len(p)), lambda: A[p])
t('nt', lambda: NamedTuple('A', a=int)._fields); t('nt', lambda: NamedTuple('A')._fields); t('nt', lambda: NamedTuple('A',None)._fields); t('nt', lambda: NamedTuple('A',[])._fields); t('nt', lambda: NamedTuple('A',[('a',int)],b=int)); t('nt', lambda: NamedTuple('A',None,b=int)); t('nt', lambda: NamedTuple('A',fields=None)); t('nt', lambda: NamedTuple('A',()))
class Bad:
    def __set_name__(self, owner, name): raise ValueError('boom')
class Ok:
    def __set_name__(self, owner, name): self.place=(owner.__name__, name)
def nt8():
    class Foo(NamedTuple):
        attr=Bad()
t('bad', nt8)
def nt9():
    class Foo(NamedTuple):
        a: int
        attr=Ok()
    return Foo.attr.place
t('ok', nt9)
def sub(C): 
    return lambda: type('X',(C,),{})
for C in (TypeVar, ParamSpec, TypeVarTuple, ParamSpecArgs, ParamSpecKwargs, TypeAliasType): t(C.__name__, sub(C))
t('c', lambda: Concatenate[int,P][str]); t('c', lambda: Concatenate[T,P][int,...]); t('c', lambda: Concatenate[T,P][int,[str,bytes]]); t('c', lambda: Concatenate[int,P][Concatenate[str,P]]); t('c', lambda: Callable[Concatenate[T,P],T][int,[str]]); t('c', lambda: Callable[Concatenate[int,P],T][...,str]); t('c', lambda: Callable[Concatenate[int,P],T][Concatenate[str,P],bytes]); t('c', lambda: Concatenate[int,P][P])
t('l', lambda: Literal[int,len,1,'a',...,None])
@no_type_check
class N:
    def m(a: 'what')->'ever': ...
    class Inner:
        def k(a: 'what'): ...
    @classmethod
    def c(cls, a: 'what'): ...
    @staticmethod
    def s(a: 'what'): ...
    other = print
    length = len
t('ntc', lambda: [get_type_hints(x) for x in (N.m,N.Inner.k,N.c,N.s,N)])
def ov():
    for _ in range(2):
        @overload
        def f(a:int)->int: ...
        @overload
        def f(a:str)->str: ...
        def f(a): pass
    n=len(get_overloads(f)); clear_overloads(); return n, get_overloads(f), get_overloads(ov)
t('ov', ov); t('ov', lambda: overload(print).__name__); t('ov', lambda: get_overloads(3))
