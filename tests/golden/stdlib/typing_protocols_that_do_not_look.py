"""typing: protocols whose members fail, and small matters of get_type_hints and NamedTuple."""
from typing import *
def t(n,f):
    try: r=f()
    except Exception as e: r=(type(e).__name__, str(e))
    print(n,r)
def a():
    class X(NamedTuple):
        x:int=3
        y:int
t('a',a)
class X: 
    a: None = None
    b: 'int' = None
t('h', lambda: get_type_hints(X)); 
class Inv:
    b: 'nosuch'
t('h2', lambda: get_type_hints(Inv))
class GP(Generic[TypeVarTuple('Ts')] if 0 else Generic[TypeVar('T', default=int)]): pass
t('u', lambda: GP[()]); 
from typing import Protocol, runtime_checkable
class CE(Exception): pass
class classproperty:
    def __get__(s,i,o=None): raise CE
class Commentable: evil = classproperty()
@runtime_checkable
class HasEvil(Protocol):
    evil: object
t('e', lambda: isinstance(Commentable(), HasEvil))
def pp():
    @runtime_checkable
    class PP(Protocol):
        evil = classproperty()
t('e2', pp)
t('ip', lambda: [is_protocol(x) for x in (Union[int,str], HasEvil[int] if 0 else int, HasEvil, list[int])])
t('gp', lambda: get_protocol_members(Protocol)); t('gp', lambda: get_protocol_members(SupportsInt)); t('gp2', lambda: get_protocol_members(Union[int,str]))
class Conc(HasEvil): pass
t('gp3', lambda: get_protocol_members(Conc)); t('gp4', lambda: is_protocol(Conc))
