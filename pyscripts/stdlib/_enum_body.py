"""What the body of an enum class is collected in, and the marks that may stand there: auto, member, nonmember."""

import builtins
from types import DynamicClassAttribute

__name__ = "enum"


class _NotGiven:
    def __repr__(self):
        return "<not given>"


_not_given = _NotGiven()


class nonmember:
    """Keeps a value in the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value in the class body a member whatever it is."""

    def __init__(self, value):
        self.value = value


class _AutoNull:
    def __repr__(self):
        return "_auto_null"


_auto_null = _AutoNull()


class auto:
    """Stands for the value that `_generate_next_value_` gives."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(DynamicClassAttribute):
    """A property of members that leaves the name free for a member on the class."""

    fget = fset = fdel = member = None
    name = clsname = None
    _attr_type = _cls_type = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == "attr":
            return getattr(self._cls_type, self.name)
        if self._attr_type == "desc":
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


_SUNDERS = frozenset({
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_",
})


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    """Whether `name` is a mangled private name of the class."""
    prefix = f"_{cls_name}__"
    return (len(name) > len(prefix) and name.startswith(prefix) and name[len(prefix)] != "_"
            and not (name[-1] == "_" and name[-2] == "_"))


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


class EnumDict(dict):
    """The namespace of an enum's body; notes which names are members, in `_member_names`."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate_next_value = None
        self._cls_name = cls_name

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._sunder(key, value)
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member):
            value = self._add_member(key, value.value)
        elif not _is_descriptor(value) and not self._is_inner_class(value):
            value = self._add_member(key, value)
        super().__setitem__(key, value)

    def _sunder(self, key, value):
        """Check a name with single underscores; returns the value to store."""
        if key not in _SUNDERS:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = getattr(value, "__func__", value)
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        return value

    def _is_inner_class(self, value):
        """Whether the value is a class defined in this body."""
        if self._cls_name is None or not isinstance(value, type):
            return False
        outer = getattr(value, "__qualname__", "").rpartition(".")[0]
        return outer == self._cls_name or outer.endswith("." + self._cls_name)

    def _add_member(self, key, value):
        """Note a member; returns its value with auto() filled in."""
        if key in self:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        if isinstance(value, auto):
            value = self._fill_in(key, value)
        elif type(value) is tuple or isinstance(value, tuple) and hasattr(value, "_make"):
            items = [self._fill_in(key, item) if isinstance(item, auto) else item for item in value]
            try:
                value = type(value)(items)
            except TypeError:
                value = type(value)(*items)  # a named tuple
        self._member_names[key] = None
        self._last_values.append(value)
        return value

    def _fill_in(self, key, mark):
        if mark.value is _auto_null:
            mark.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        return mark.value

    @builtins.property
    def member_names(self):
        """The names of the members so far."""
        return list(self._member_names)

    def update(self, members, *more_members):
        """Set the items of mappings or of iterables of pairs."""
        for more in (members, *more_members):
            for name, value in more.items() if hasattr(more, "keys") else more:
                self[name] = value
