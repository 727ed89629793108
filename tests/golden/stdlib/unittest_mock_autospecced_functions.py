# A function specified by another one is a function itself: it binds, and checks how it is called.
import inspect
from unittest import mock


class Account:
    def pay(self, amount, *, note=""):
        return "really"


with mock.patch.object(Account, "pay", autospec=True) as pay:
    account = Account()
    pay.return_value = "mocked"
    print(account.pay(5, note="n"), pay.mock_calls == [mock.call(account, 5, note="n")], inspect.isfunction(pay))
    for attempt in [account.pay, lambda: account.pay(1, 2), lambda: account.pay(1, other=2)]:
        try:
            attempt()
        except TypeError as error:
            print(error)
    pay.assert_called_once_with(account, 5, note="n")
    pay.side_effect = ValueError("no")
    try:
        account.pay(1)
    except ValueError as error:
        print(error, pay.call_count)
    pay.reset_mock()
    print(pay.called, pay.call_args)
print(Account().pay(1))
model = mock.create_autospec(Account)
model().pay(3)
print(model.mock_calls, model(1, 2) is model(), isinstance(model(), Account))
try:
    model().pay()
except TypeError as error:
    print(error)
