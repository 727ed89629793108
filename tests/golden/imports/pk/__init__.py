from . import first
from .sub import value as imported
__all__ = ['first', 'listed', 'lazy']
listed = 1
hidden = 2
_private = 3
def __getattr__(name):
    if name == 'lazy': return 'made lazily'
    raise AttributeError(f'no {name} here')
