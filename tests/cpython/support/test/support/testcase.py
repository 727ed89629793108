"""Assertions that several of the suite's classes share."""

from math import copysign, isnan


class ExtraAssertions:
    """Assertions that unittest has in a later version."""

    def assertIsSubclass(self, cls, superclass, msg=None):
        if not issubclass(cls, superclass):
            self.fail(self._formatMessage(msg, f"{cls!r} is not a subclass of {superclass!r}"))

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        if issubclass(cls, superclass):
            self.fail(self._formatMessage(msg, f"{cls!r} is a subclass of {superclass!r}"))

    def assertHasAttr(self, obj, name, msg=None):
        if not hasattr(obj, name):
            self.fail(self._formatMessage(msg, f"{type(obj).__name__!r} object has no attribute {name!r}"))

    def assertNotHasAttr(self, obj, name, msg=None):
        if hasattr(obj, name):
            self.fail(self._formatMessage(msg, f"{type(obj).__name__!r} object has unexpected attribute {name!r}"))

    def assertStartsWith(self, s, prefix, msg=None):
        if not s.startswith(prefix):
            self.fail(self._formatMessage(msg, f"{s!r} doesn't start with {prefix!r}"))

    def assertEndsWith(self, s, suffix, msg=None):
        if not s.endswith(suffix):
            self.fail(self._formatMessage(msg, f"{s!r} doesn't end with {suffix!r}"))


class ExceptionIsLikeMixin:
    """Compares exceptions, and groups of them, by kind and arguments."""

    def assertExceptionIsLike(self, exc, template):
        if exc is None or template is None:
            self.assertIs(exc, template)
            return
        if template is not None and exc is None:
            self.fail(f"unexpected exception: {exc}")
        if not isinstance(exc, BaseExceptionGroup):
            self.assertEqual(type(exc), type(template))
            self.assertEqual(exc.args, template.args)
            return
        self.assertEqual(exc.message, template.message)
        self.assertEqual(len(exc.exceptions), len(template.exceptions))
        for one, other in zip(exc.exceptions, template.exceptions):
            self.assertExceptionIsLike(one, other)


class FloatsAreIdenticalMixin:
    """Compares floats with their signs, and NaNs as equal."""

    def assertFloatsAreIdentical(self, x, y):
        if isnan(x) and isnan(y):
            return
        if x == y and (x != 0.0 or copysign(1.0, x) == copysign(1.0, y)):
            return
        self.fail(f"floats {x!r} and {y!r} are not identical")


class ComplexesAreIdenticalMixin(FloatsAreIdenticalMixin):
    """Compares complex numbers part by part."""

    def assertComplexesAreIdentical(self, x, y):
        self.assertFloatsAreIdentical(x.real, y.real)
        self.assertFloatsAreIdentical(x.imag, y.imag)
