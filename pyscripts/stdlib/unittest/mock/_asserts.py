"""What may be demanded of a mock's calls."""

from ._calls import Call, CallList, format_call


class CallAssertions:
    """The assertions about calls."""

    def _call_name(self):
        return self._mock_name or "mock"

    def _bound(self, call):
        """The call with its arguments bound to the model's signature, if there is one."""
        signature = self.__dict__.get("_spec_signature")
        if signature is None or not self.__dict__.get("_mock_autospec"):
            return call
        try:
            bound = signature.bind(*call.args, **call.kwargs)
        except TypeError:
            return call
        return Call((bound.args, bound.kwargs), two=True)

    def _calls_text(self, prefix="Calls"):
        if not self.mock_calls:
            return ""
        return f"\n{prefix}: {self.mock_calls!r}."

    def assert_not_called(self):
        """It was not called."""
        if self.call_count:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" % (
                self._call_name(), self.call_count, self._calls_text()))

    def assert_called(self):
        """It was called."""
        if not self.call_count:
            raise AssertionError("Expected '%s' to have been called." % self._call_name())

    def assert_called_once(self):
        """It was called once."""
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" % (
                self._call_name(), self.call_count, self._calls_text()))

    def assert_called_with(self, /, *args, **kwargs):
        """The last call had these arguments."""
        expected = format_call(self._call_name(), args, kwargs)
        if self.call_args is None:
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: not called." % expected)
        wanted = Call((args, kwargs), two=True)
        if self._bound(wanted) != self._bound(self.call_args):
            actual = format_call(self._call_name(), self.call_args.args, self.call_args.kwargs)
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: %s" % (expected, actual))

    def assert_called_once_with(self, /, *args, **kwargs):
        """It was called once, with these arguments."""
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (
                self._call_name(), self.call_count, self._calls_text()))
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Some call had these arguments."""
        wanted = self._bound(Call((args, kwargs), two=True))
        if not any(wanted == self._bound(call) for call in self.call_args_list):
            raise AssertionError("%s call not found" % format_call(self._call_name(), args, kwargs))

    def assert_has_calls(self, calls, any_order=False):
        """These calls were made, one after the other or in any order."""
        if not any_order:
            if list(calls) not in self.mock_calls:
                raise AssertionError("Calls not found.\nExpected: %s%s" % (
                    CallList(calls), self._calls_text("  Actual").rstrip(".")))
            return
        left = list(self.mock_calls)
        missing = []
        for call in calls:
            try:
                left.remove(call)
            except ValueError:
                missing.append(call)
        if missing:
            raise AssertionError("%r does not contain all of %r in its call list, found %r instead" % (
                self._mock_name or "mock", tuple(missing), list(self.mock_calls)))

    # Of coroutines.

    def assert_awaited(self):
        """It was awaited."""
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._call_name()} to have been awaited.")

    def assert_awaited_once(self):
        """It was awaited once."""
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._call_name()} to have been awaited once. "
                                 f"Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        """The last await had these arguments."""
        expected = format_call(self._call_name(), args, kwargs)
        if self.await_args is None:
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        if Call((args, kwargs), two=True) != self.await_args:
            actual = format_call(self._call_name(), self.await_args.args, self.await_args.kwargs)
            raise AssertionError("expected await not found.\nExpected: %s\n  Actual: %s" % (expected, actual))

    def assert_awaited_once_with(self, /, *args, **kwargs):
        """It was awaited once, with these arguments."""
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_not_awaited(self):
        """It was not awaited."""
        if self.await_count != 0:
            raise AssertionError(f"Expected {self._call_name()} to not have been awaited. "
                                 f"Awaited {self.await_count} times.")

    def assert_any_await(self, /, *args, **kwargs):
        """Some await had these arguments."""
        if Call((args, kwargs), two=True) not in self.await_args_list:
            raise AssertionError(f"{format_call(self._call_name(), args, kwargs)} await not found")

    def assert_has_awaits(self, calls, any_order=False):
        """These awaits were made, one after the other or in any order."""
        awaits = [Call((call.args, call.kwargs), two=True) for call in self.await_args_list]
        wanted = [Call((call.args, call.kwargs), two=True) for call in calls]
        if not any_order:
            count = len(wanted)
            if not any(awaits[start:start + count] == wanted for start in range(len(awaits) - count + 1)):
                raise AssertionError(f"Awaits not found.\nExpected: {CallList(calls)}\n"
                                     f"Actual: {self.await_args_list}")
            return
        missing = []
        for call, given in zip(wanted, calls):
            if call in awaits:
                awaits.remove(call)
            else:
                missing.append(given)
        if missing:
            raise AssertionError(f"{tuple(missing)!r} not all found in await list")
