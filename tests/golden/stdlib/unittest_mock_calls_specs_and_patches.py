import asyncio
from unittest import mock
from unittest.mock import ANY, DEFAULT, AsyncMock, MagicMock, Mock, PropertyMock, call, create_autospec, mock_open, patch, sentinel

m = Mock(name="m", return_value=3, attr=5, **{"method.return_value": 7, "other.side_effect": KeyError("k")})
print(m(1, a=2), m.attr, m.method(), m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls, m.method_calls)
print(m.call_args.args, m.call_args.kwargs, m.call_args == call(1, a=2), m.call_args == ((1,), {"a": 2}), call(1).foo(2), call.a.b(3), ANY == 5)
for text in """
m.other()
m.assert_called_once_with(1, a=3)
m.assert_called_with()
m.assert_not_called()
m.method.assert_called_once()
Mock().assert_called()
Mock().assert_called_once()
Mock().assert_any_call(1)
Mock().asert_called()
Mock().assert_foo
m.assert_has_calls([call(2)])
Mock(spec=["a"]).b
Mock(spec=int).foo
setattr(Mock(spec_set=["a"]), "b", 1)
Mock(spec=int).__class__, isinstance(Mock(spec=int), int)
Mock(side_effect=[1, ValueError("v"), 2])()
len(Mock())
len(MagicMock()), bool(MagicMock()), int(MagicMock()), str(MagicMock(name="n"))[:22], list(MagicMock()), MagicMock() == 3, 1 in MagicMock()
MagicMock()[1], MagicMock() + 1
MagicMock() < 1
Mock(return_value=sentinel.x)() is sentinel.x, sentinel.x, sentinel.y is sentinel.y
create_autospec(lambda a, b=1: None)(1, 2, 3)
mock.seal(m)
m.new_one
""".strip().splitlines():
    try:
        print(text, "->", str(eval(text)).split(" id=")[0])
    except Exception as error:
        print(text, type(error).__name__, str(error).split(" id=")[0])
effects = Mock(side_effect=[1, ValueError("v"), DEFAULT], return_value="default")
for _ in range(4):
    try:
        print(effects())
    except (ValueError, StopIteration) as error:
        print(repr(error))
print(Mock(side_effect=lambda x: DEFAULT if x else "zero", return_value="r")(1), Mock(side_effect=lambda x: x * 2)(4))


class Service:
    limit = 10

    def get(self, key, default=None):
        return f"real {key}"

    @property
    def status(self):
        return "up"

    @staticmethod
    def helper():
        return "help"


with patch.object(Service, "get", return_value="fake") as fake, patch.object(Service, "limit", 99):
    print(Service().get("k"), Service.limit, fake.call_args)
with patch.object(Service, "status", new_callable=PropertyMock, return_value="down") as status:
    print(Service().status, status.mock_calls)
print(Service().get("k"), Service.limit, Service().status)
with patch.dict({"a": 1}, {"b": 2}, clear=True) as d:
    print(d)
with patch(f"{__name__}.Service") as cls:
    cls.return_value.get.return_value = 1
    print(Service().get(), cls.mock_calls)


@patch.object(Service, "helper", lambda: "patched")
@patch.multiple(Service, limit=1, get=DEFAULT)
def decorated(x, get):
    return x, Service.helper(), Service.limit, get is Service.get


print(decorated(5), Service.helper())
for target in ("nothing", "missing_module.x", f"{__name__}.nope"):
    try:
        with patch(target):
            pass
    except (TypeError, AttributeError, ModuleNotFoundError) as error:
        print(type(error).__name__, str(error).split(" from ")[0])
with patch("builtins.open", mock_open(read_data="line 1\nline 2\n")) as o:
    with open("file") as f:
        print(f.readline(), f.read(), f.readlines(), o.mock_calls[0])
    print([line for line in open("x")])
a = AsyncMock(return_value=8)
print(asyncio.run(a(1)), a.await_count, a.await_args, a.await_args_list)
a.assert_awaited_once_with(1)
parent = Mock()
parent.attach_mock(child := Mock(), "kid")
child(1)
parent.other.deep(x=2)
print(parent.mock_calls, parent.other.deep.call_args)
parent.reset_mock()
print(parent.mock_calls, child.called)
mm = MagicMock()
mm.__enter__.return_value = "entered"
mm.__len__.return_value = 4
mm.__getitem__.side_effect = lambda k: k * 2
with mm as got:
    print(got, len(mm), mm["a"], mm.mock_calls)
mm.configure_mock(x=1, **{"y.return_value": 2})
print(mm.x, mm.y(), Mock(wraps=len)([1, 2]), "assert_called" in dir(mm))
