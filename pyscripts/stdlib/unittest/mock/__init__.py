"""Stand-ins for objects: they note how they are used, and return what they are told."""

from ._calls import ANY, call
from ._mocks import (
    DEFAULT, FILTER_DIR, AsyncMock, InvalidSpecError, MagicMock, Mock, NonCallableMagicMock, NonCallableMock,
    PropertyMock, create_autospec, mock_open, seal, sentinel,
)
from ._patching import patch

__all__ = (
    "Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR",
    "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal",
)
