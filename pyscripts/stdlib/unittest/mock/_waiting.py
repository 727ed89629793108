"""`ThreadingMock`: a mock that one thread calls and another waits for."""

import threading

from ._calls import Call, format_call
from ._mocks import MagicMock, sentinel

_unset_timeout = sentinel.TIMEOUT_UNSET


class ThreadingMock(MagicMock):
    """A stand-in whose calls other threads make: one can wait for them."""

    DEFAULT_TIMEOUT = None

    def __init__(self, /, *args, timeout=_unset_timeout, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__["_mock_wait_timeout"] = self.DEFAULT_TIMEOUT if timeout is _unset_timeout else timeout
        self._wait_anew()

    def _wait_anew(self):
        own = self.__dict__
        own["_mock_called_event"] = threading.Event()
        own["_mock_awaited_calls"] = []
        own["_mock_calls_lock"] = threading.Lock()

    def reset_mock(self, /, *args, **kwargs):
        """Forget the calls."""
        super().reset_mock(*args, **kwargs)
        self._wait_anew()

    def _get_child_mock(self, /, **kwargs):
        return ThreadingMock(timeout=self.__dict__["_mock_wait_timeout"], **kwargs)

    def __call__(self, /, *args, **kwargs):
        try:
            return super().__call__(*args, **kwargs)
        finally:
            own = self.__dict__
            own["_mock_called_event"].set()
            made = Call((args, kwargs), two=True)
            with own["_mock_calls_lock"]:
                for call, event in own["_mock_awaited_calls"]:
                    if call == made:
                        event.set()

    def wait_until_called(self, *, timeout=_unset_timeout):
        """Wait until it is called; an AssertionError if that takes longer than `timeout` seconds."""
        own = self.__dict__
        if timeout is _unset_timeout:
            timeout = own["_mock_wait_timeout"]
        if not own["_mock_called_event"].wait(timeout=timeout):
            raise AssertionError(f"{self._call_name()} was not called before timeout({timeout}).")

    def wait_until_any_call_with(self, /, *args, **kwargs):
        """Wait until it is called with these arguments."""
        own = self.__dict__
        wanted, event = Call((args, kwargs), two=True), threading.Event()
        with own["_mock_calls_lock"]:
            if wanted in own["call_args_list"]:
                return
            own["_mock_awaited_calls"].append((wanted, event))
        if not event.wait(timeout=own["_mock_wait_timeout"]):
            raise AssertionError(f"{format_call(self._call_name(), args, kwargs)} call not found")


ThreadingMock.__module__ = "unittest.mock"
