"""Stand-ins for objects: they note how they are used, and return what they are told."""

from ._calls import ANY, Call as _Call, CallList as _CallList, call
from ._mocks import (
    DEFAULT, FILTER_DIR, AsyncMock, InvalidSpecError, MagicMock, Mock, NonCallableMagicMock, NonCallableMock,
    PropertyMock, create_autospec, mock_open, seal, sentinel,
)
from ._patching import _patch, _patch_dict, _patch_object, patch
from ._waiting import ThreadingMock

# The names with an underscore are no promise of the module, but tools for tests ask for them.
__all__ = (
    "Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR",
    "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal", "ThreadingMock",
)
