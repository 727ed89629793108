"""The abstract classes of containers under the name by which some programs import them."""

from collections.abc import *
from collections.abc import __all__, _check_methods, _CallableGenericAlias
