"""Abstract base classes: classes that refuse instances while methods are missing, and that adopt other classes.

Each class made by `ABCMeta` keeps, in `_abc_impl`, who registered with it and what earlier subclass questions
answered. Answers of "no" hold only until someone registers anywhere: a global version tells. All three sets hold weak
references, so that asking about a class never keeps it alive. The native `_abc` knows the same answers without them.
"""

from _abc import Answers as _Known, about_class as _about_class, about_instance as _about_instance
from _abc import advance as _advance, remember as _remember_answer, set_pattern_kind as _set_pattern_kind
from _weakref import ref as _ref


def abstractmethod(funcobj):
    """Mark a method that subclasses must bring before they can have instances."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """An abstract class method; `@classmethod` over `@abstractmethod` says the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """An abstract static method; `@staticmethod` over `@abstractmethod` says the same."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """An abstract property; `@property` over `@abstractmethod` says the same."""

    __isabstractmethod__ = True


class _Answers:
    """What one abstract class knows of other classes."""

    __slots__ = ("registered", "yes", "no", "version", "known")

    def __init__(self):
        self.registered = set()
        self.yes = set()
        self.no = set()
        self.version = _version
        self.known = _Known()


# The bits of a class's flags that say whether instances match sequence (32) or mapping patterns (64).
_PATTERN_KINDS = 1 << 5 | 1 << 6

# Goes up with each register(); answers of "no" from before are forgotten.
_version = 0


def _remember(references, cls):
    references.add(_ref(cls, references.discard))


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_impl = _Answers()
        if "__abc_tpflags__" in namespace:
            _set_pattern_kind(cls, namespace["__abc_tpflags__"])
            del cls.__abc_tpflags__
        return cls

    def register(cls, subclass):
        """Adopt `subclass` as a virtual subclass; returns it, so that this is a decorator too."""
        global _version
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        _remember(cls._abc_impl.registered, subclass)
        _version += 1
        _advance()
        if kind := cls.__flags__ & _PATTERN_KINDS:
            _set_pattern_kind(subclass, kind)
        return subclass

    def __instancecheck__(cls, instance):
        """Whether isinstance(instance, cls)."""
        known = _about_instance(cls._abc_impl.known, instance)
        if known is not None:
            return known
        subclass = instance.__class__
        kind = type(instance)
        if kind is subclass:
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        """Whether issubclass(subclass, cls)."""
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        answers = cls._abc_impl
        known = _about_class(answers.known, subclass)
        if known is not None:
            return known
        if answers.version != _version:
            answers.no.clear()
            answers.version = _version
        reference = _ref(subclass)
        found = reference in answers.yes
        if not found and reference not in answers.no:
            found = _find_answer(cls, subclass)
            _remember(answers.yes if found else answers.no, subclass)
        _remember_answer(answers.known, subclass, found)
        return found

    def _dump_registry(cls, file=None):
        """Print what is known, for debugging."""
        answers = cls._abc_impl
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)
        print(f"_abc_registry: {answers.registered!r}", file=file)
        print(f"_abc_cache: {answers.yes!r}", file=file)
        print(f"_abc_negative_cache: {answers.no!r}", file=file)
        print(f"_abc_negative_cache_version: {answers.version!r}", file=file)

    def _abc_registry_clear(cls):
        """Forget who registered, for tests."""
        cls._abc_impl.registered.clear()

    def _abc_caches_clear(cls):
        """Forget earlier answers, for tests."""
        cls._abc_impl.yes.clear()
        cls._abc_impl.no.clear()
        cls._abc_impl.known.clear()


def _find_answer(cls, subclass):
    """Whether `subclass` is one of `cls`: by its hook, by descent, by registration, or through a subclass."""
    hooked = cls.__subclasshook__(subclass)
    if hooked is not NotImplemented:
        assert isinstance(hooked, bool)
        return hooked
    if cls in getattr(subclass, "__mro__", ()):
        return True
    for reference in list(cls._abc_impl.registered):
        registered = reference()
        if registered is not None and issubclass(subclass, registered):
            return True
    return any(issubclass(subclass, child) for child in cls.__subclasses__())


def _abstract_names(cls, namespace):
    """The names that still need a body: abstract in `namespace`, or inherited so and not replaced."""
    names = {name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


def get_cache_token():
    """A value that changes whenever anything registers with any abstract class."""
    return _version


def update_abstractmethods(cls):
    """Find the abstract methods of `cls` again, after a decorator changed the class; returns it."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    cls.__abstractmethods__ = _abstract_names(cls, vars(cls))
    return cls


class ABC(metaclass=ABCMeta):
    """A base that brings the metaclass along."""

    __slots__ = ()
