from . import sub
name = __name__, __package__
from .sub.deep import up
