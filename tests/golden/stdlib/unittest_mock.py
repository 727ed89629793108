import os
import unittest
from unittest import mock
from unittest.mock import ANY, MagicMock, Mock, call, patch, sentinel

m = Mock(return_value=3)
print(m(1, 2, a=3), m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls)
m.assert_called_once_with(1, 2, a=3)
m.assert_called_with(ANY, 2, a=ANY)
print(m.call_args.args, m.call_args.kwargs)
m = Mock()
m.method(1).other(x=2)
m.attribute.deep(3)
print(m.mock_calls, m.method_calls)
print(m.mock_calls == [call.method(1), call.method().other(x=2), call.attribute.deep(3)])
m.assert_has_calls([call.method(1), call.method().other(x=2)])
for name, check in {
    "once": lambda: m.method.assert_called_once_with(2), "not": lambda: m.method.assert_not_called(),
    "never": lambda: m.never.assert_called_with(1), "called": lambda: m.never.assert_called(),
    "any": lambda: m.method.assert_any_call(7), "has": lambda: m.assert_has_calls([call.x()]),
    "once2": lambda: m.never.assert_called_once(),
}.items():
    try:
        check()
    except AssertionError as error:
        print(name, str(error))
m = Mock(side_effect=[1, ValueError("no"), 3])
print(m())
try:
    m()
except ValueError as error:
    print(error)
print(m())
m.side_effect = lambda x: x * 2
print(m(4))
magic = MagicMock()
magic.__len__.return_value = 5
magic.__getitem__.side_effect = lambda key: key + 1
magic.__iter__.return_value = [1, 2]
with magic as inner:
    pass
print(len(magic), magic[3], list(magic), int(magic), bool(magic), 3 in magic, inner is magic.__enter__.return_value)
magic.__exit__.assert_called_once_with(None, None, None)


class Thing:
    value = 1

    def method(self, a, b=2):
        return a + b


spec = Mock(spec=Thing)
print(isinstance(spec, Thing))
try:
    spec.nothing
except AttributeError as error:
    print(error)
with patch.object(Thing, "method", return_value=9) as method:
    print(Thing().method(1), method.call_args)
print(Thing().method(1))
with patch("os.getcwd") as getcwd:
    getcwd.return_value = "/nowhere"
    print(os.getcwd())
with patch.dict(os.environ, {"GILLY_TEST": "1"}):
    print(os.environ["GILLY_TEST"])
print("GILLY_TEST" in os.environ)


@patch("os.listdir")
@patch("os.getpid", new=lambda: 7)
def function(listdir):
    listdir.return_value = []
    return os.listdir("."), os.getpid()


print(function())
auto = mock.create_autospec(Thing)
auto().method(1, b=3)
try:
    auto().method()
except TypeError as error:
    print(error)
try:
    patch("os.no_such_thing").start()
except AttributeError as error:
    print(str(error).split("> ")[1])
with patch("builtins.open", mock.mock_open(read_data="one\ntwo\n")) as opened:
    with open("any") as file:
        print(file.read())
opened.assert_called_once_with("any")
print(sentinel.name, sentinel.name is sentinel.name, call(1, a=2), call.a.b(3), ANY)
m = Mock()
m.a.b.return_value = 4
m.configure_mock(**{"c.d": 5, "e.side_effect": KeyError})
print(m.a.b(), m.c.d)
m.reset_mock()
print(m.mock_calls)
with patch.multiple(Thing, value=5, method=mock.DEFAULT) as made:
    print(Thing.value, sorted(made))
print(repr(Mock(name="me").child).split(" id")[0], repr(Mock()()).split(" id")[0], repr(Mock(spec=Thing)).split(" id")[0])
p = patch.object(Thing, "value", 3)
p.start()
print(Thing.value)
patch.stopall()
print(Thing.value)
prop = mock.PropertyMock(return_value=8)
type(m).prop = prop
print(m.prop, prop.mock_calls)
