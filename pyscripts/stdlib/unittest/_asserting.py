"""The assertions of test cases."""

import difflib
import pprint
from collections.abc import Sequence

from . import util
from ._contexts import AssertLogsContext, AssertNotWarnsContext, AssertRaisesContext, AssertWarnsContext

__unittest = True

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


class Assertions:
    """What a test may demand."""

    def fail(self, msg=None):
        """The test has failed."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return "%s : %s" % (standardMsg, msg)
        except UnicodeDecodeError:
            return "%s : %s" % (util.safe_repr(standardMsg), util.safe_repr(msg))

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def _truncateMessage(self, message, diff):
        longest = self.maxDiff
        if longest is None or len(diff) <= longest:
            return message + diff
        return message + (DIFF_OMITTED % len(diff))

    # Truth, identity, membership.

    def assertFalse(self, expr, msg=None):
        """`expr` is false."""
        if expr:
            self._fail(msg, "%s is not false" % util.safe_repr(expr))

    def assertTrue(self, expr, msg=None):
        """`expr` is true."""
        if not expr:
            self._fail(msg, "%s is not true" % util.safe_repr(expr))

    def assertIs(self, expr1, expr2, msg=None):
        """Both are the same object."""
        if expr1 is not expr2:
            self._fail(msg, "%s is not %s" % (util.safe_repr(expr1), util.safe_repr(expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        """They are not the same object."""
        if expr1 is expr2:
            self._fail(msg, "unexpectedly identical: %s" % (util.safe_repr(expr1),))

    def assertIsNone(self, obj, msg=None):
        """`obj` is None."""
        if obj is not None:
            self._fail(msg, "%s is not None" % (util.safe_repr(obj),))

    def assertIsNotNone(self, obj, msg=None):
        """`obj` is not None."""
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        """`obj` is an instance of `cls`."""
        if not isinstance(obj, cls):
            self._fail(msg, "%s is not an instance of %r" % (util.safe_repr(obj), cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        """`obj` is not an instance of `cls`."""
        if isinstance(obj, cls):
            self._fail(msg, "%s is an instance of %r" % (util.safe_repr(obj), cls))

    def assertIn(self, member, container, msg=None):
        """`member` is in `container`."""
        if member not in container:
            self._fail(msg, "%s not found in %s" % (util.safe_repr(member), util.safe_repr(container)))

    def assertNotIn(self, member, container, msg=None):
        """`member` is not in `container`."""
        if member in container:
            self._fail(msg, "%s unexpectedly found in %s" % (util.safe_repr(member), util.safe_repr(container)))

    # Order.

    def assertLess(self, a, b, msg=None):
        """a < b."""
        if not a < b:
            self._fail(msg, "%s not less than %s" % (util.safe_repr(a), util.safe_repr(b)))

    def assertLessEqual(self, a, b, msg=None):
        """a <= b."""
        if not a <= b:
            self._fail(msg, "%s not less than or equal to %s" % (util.safe_repr(a), util.safe_repr(b)))

    def assertGreater(self, a, b, msg=None):
        """a > b."""
        if not a > b:
            self._fail(msg, "%s not greater than %s" % (util.safe_repr(a), util.safe_repr(b)))

    def assertGreaterEqual(self, a, b, msg=None):
        """a >= b."""
        if not a >= b:
            self._fail(msg, "%s not greater than or equal to %s" % (util.safe_repr(a), util.safe_repr(b)))

    # Equality.

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            compare = self._type_equality_funcs.get(type(first))
            if compare is not None:
                return getattr(self, compare) if isinstance(compare, str) else compare
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, "%s != %s" % util._common_shorten_repr(first, second))

    def assertEqual(self, first, second, msg=None):
        """Both are equal."""
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        """They are not equal."""
        if not first != second:
            self._fail(msg, "%s == %s" % (util.safe_repr(first), util.safe_repr(second)))

    def _difference(self, places, delta, first, second):
        """None if they are close, otherwise the words for how far they are apart."""
        difference = abs(first - second)
        if delta is not None:
            close = difference <= delta
            bound = "%s delta" % util.safe_repr(delta)
        else:
            places = 7 if places is None else places
            close = round(difference, places) == 0
            bound = "%r places" % places
        return close, bound, difference

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """They are equal after rounding, or within `delta`."""
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        close, bound, difference = self._difference(places, delta, first, second)
        if not close:
            self._fail(msg, "%s != %s within %s (%s difference)" % (
                util.safe_repr(first), util.safe_repr(second), bound, util.safe_repr(difference)))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """They differ after rounding, or by more than `delta`."""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        if delta is not None:
            if not first == second and abs(first - second) > delta:
                return
            self._fail(msg, "%s == %s within %s delta (%s difference)" % (
                util.safe_repr(first), util.safe_repr(second), util.safe_repr(delta),
                util.safe_repr(abs(first - second))))
        places = 7 if places is None else places
        if first == second or round(abs(first - second), places) == 0:
            self._fail(msg, "%s == %s within %r places" % (util.safe_repr(first), util.safe_repr(second), places))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Both sequences have equal elements."""
        if seq_type is not None:
            name = seq_type.__name__
            for place, sequence in (("First", seq1), ("Second", seq2)):
                if not isinstance(sequence, seq_type):
                    raise self.failureException("%s sequence is not a %s: %s" % (
                        place, name, util.safe_repr(sequence)))
        else:
            name = "sequence"
        difference = None
        lengths = []
        for place, sequence in (("First", seq1), ("Second", seq2)):
            try:
                lengths.append(len(sequence))
            except (TypeError, NotImplementedError):
                difference = "%s %s has no length.    Non-sequence?" % (place, name)
                break
        if difference is None:
            if seq1 == seq2:
                return
            if seq_type is None and type(seq1) is not type(seq2) and lengths[0] == lengths[1]:
                try:
                    if all(seq1[i] == seq2[i] for i in range(lengths[0])):
                        return
                except (TypeError, IndexError, NotImplementedError):
                    pass
            difference = "%ss differ: %s != %s\n" % ((name.capitalize(),) + util._common_shorten_repr(seq1, seq2))
            difference += self._first_difference(seq1, seq2, lengths, name, seq_type)
        diff = "\n" + "\n".join(difflib.ndiff(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines()))
        self._fail(msg, self._truncateMessage(difference, diff))

    def _first_difference(self, seq1, seq2, lengths, name, seq_type):
        text = ""
        for i in range(min(lengths)):
            items = []
            for place, sequence in (("first", seq1), ("second", seq2)):
                try:
                    items.append(sequence[i])
                except (TypeError, IndexError, NotImplementedError):
                    return text + "\nUnable to index element %d of %s %s\n" % (i, place, name)
            if items[0] != items[1]:
                text += "\nFirst differing element %d:\n%s\n%s\n" % ((i,) + util._common_shorten_repr(*items))
                break
        else:
            if lengths[0] == lengths[1] and seq_type is None and type(seq1) != type(seq2):
                return text
        if lengths[0] != lengths[1]:
            longer, sequence = ("First", seq1) if lengths[0] > lengths[1] else ("Second", seq2)
            least = min(lengths)
            text += "\n%s %s contains %d additional elements.\n" % (longer, name, abs(lengths[0] - lengths[1]))
            try:
                text += "First extra element %d:\n%s\n" % (least, util.safe_repr(sequence[least]))
            except (TypeError, IndexError, NotImplementedError):
                text += "Unable to index element %d of %s %s\n" % (least, longer.lower(), name)
        return text

    def assertListEqual(self, list1, list2, msg=None):
        """Both are lists with equal elements."""
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """Both are tuples with equal elements."""
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """Both sets have equal elements."""
        extra = []
        for place, one, other in (("first", set1, set2), ("second", set2, set1)):
            try:
                extra.append((place, one.difference(other)))
            except TypeError as error:
                self.fail("invalid type when attempting set difference: %s" % error)
            except AttributeError as error:
                self.fail("%s argument does not support set difference: %s" % (place, error))
        if not extra[0][1] and not extra[1][1]:
            return
        lines = []
        for place, items in extra:
            if items:
                lines.append("Items in the %s set but not the %s:" % (
                    place, "second" if place == "first" else "first"))
                lines.extend(repr(item) for item in items)
        self._fail(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        """Both dicts have equal keys and values."""
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            diff = "\n" + "\n".join(difflib.ndiff(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines()))
            self._fail(msg, self._truncateMessage("%s != %s" % util._common_shorten_repr(d1, d2), diff))

    def assertCountEqual(self, first, second, msg=None):
        """Both have the same elements, in any order."""
        first_list, second_list = list(first), list(second)
        try:
            differences = util.hashed_count_difference(first_list, second_list)
        except TypeError:
            differences = util.count_difference(first_list, second_list)
        if differences:
            lines = ["First has %d, Second has %d:  %r" % difference for difference in differences]
            self._fail(msg, self._truncateMessage("Element counts were not equal:\n", "\n".join(lines)))

    def assertMultiLineEqual(self, first, second, msg=None):
        """Both texts are equal."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        # A last line without an end of line gets one, so that the next line of the difference stands by itself.
        ended = (text + "\n" if first and second and text[-1] != "\n" else text for text in (first, second))
        lines1, lines2 = (text.splitlines(keepends=True) for text in ended)
        diff = "\n" + "".join(difflib.ndiff(lines1, lines2))
        self._fail(msg, self._truncateMessage("%s != %s" % util._common_shorten_repr(first, second), diff))

    _diffThreshold = 2 ** 16

    # Regular expressions, exceptions, warnings, logs.

    def assertRegex(self, text, expected_regex, msg=None):
        """The pattern is found in the text."""
        import re
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._fail(msg, "Regex didn't match: %r not found in %r" % (expected_regex.pattern, text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """The pattern is not found in the text."""
        import re
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            self._fail(msg, "Regex matched: %r matches %r in %r" % (
                text[match.start():match.end()], unexpected_regex.pattern, text))

    def assertRaises(self, expected_exception, *args, **kwargs):
        """The call, or the block, raises the exception."""
        return AssertRaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """The same, and the pattern is found in its message."""
        context = AssertRaisesContext(expected_exception, self, expected_regex)
        return context.handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """The call, or the block, gives the warning."""
        return AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """The same, and the pattern is found in its message."""
        return AssertWarnsContext(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        return AssertNotWarnsContext(expected_warning, self).handle("_assertNotWarns", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """The block logs at least one message."""
        return AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        """The block logs nothing."""
        return AssertLogsContext(self, logger, level, no_logs=True)
