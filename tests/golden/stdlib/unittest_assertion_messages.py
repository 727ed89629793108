import unittest
import warnings

t = unittest.TestCase()
t.maxDiff = None
for text in """
t.assertEqual(1, 2)
t.assertEqual("a\\nb\\n", "a\\nc\\n")
t.assertEqual("x" * 5, "x" * 4 + "y")
t.assertEqual([1, 2, 3], [1, 2, 4])
t.assertEqual([1, 2], [1, 2, 3])
t.assertEqual((1,), (2,))
t.assertEqual({1, 2}, {2, 3})
t.assertEqual({"a": 1}, {"a": 2})
t.assertEqual([1], (1,))
t.assertEqual(1, "1", "message")
t.assertNotEqual(1, 1)
t.assertTrue([])
t.assertFalse("x", "why")
t.assertIs([], [])
t.assertIsNot(None, None)
t.assertIsNone(0)
t.assertIsNotNone(None)
t.assertIn(1, [2])
t.assertNotIn(1, [1])
t.assertIsInstance(1, str)
t.assertIsInstance(1, (str, list))
t.assertNotIsInstance(1, int)
t.assertGreater(1, 2)
t.assertGreaterEqual(1, 2)
t.assertLess(2, 1)
t.assertLessEqual(2, 1)
t.assertAlmostEqual(1.0, 1.1)
t.assertAlmostEqual(1.00000001, 1.0)
t.assertAlmostEqual(1, 1.5, places=0)
t.assertAlmostEqual(1, 2, delta=0.5)
t.assertAlmostEqual(1, 2, places=1, delta=1)
t.assertNotAlmostEqual(1.0, 1.00000001)
t.assertNotAlmostEqual(1, 1.2, delta=0.5)
t.assertRegex("abc", "d")
t.assertNotRegex("abc", "b")
t.assertCountEqual([1, 2, 2], [2, 1, 1])
t.assertCountEqual([[1], {}], [{}, [1]])
t.assertSequenceEqual([1], (1,))
t.assertSequenceEqual([1, 2], (1, 3), seq_type=None)
t.assertSequenceEqual([1], (1,), seq_type=list)
t.assertListEqual([1], (1,))
t.assertDictEqual({}, [])
t.assertSetEqual({1}, [1])
t.assertTupleEqual((), (1,))
t.assertMultiLineEqual("a", 5)
t.assertMultiLineEqual("one\\ntwo", "one\\nthree")
t.fail()
t.fail("reason")
t.assertRaises(ValueError, int, "5")
t.assertRaises(ValueError, int, "x")
t.assertRaises(ValueError, lambda: 1 / 0)
t.assertRaises((KeyError, IndexError), lambda: None)
t.assertRaises(5)
t.assertRaisesRegex(ValueError, "wrong", int, "x")
t.assertRaisesRegex(ValueError, "invalid literal", int, "x")
t.assertWarns(UserWarning, lambda: None)
t.assertWarns(UserWarning, warnings.warn, "w")
t.assertWarnsRegex(UserWarning, "other", warnings.warn, "w")
t.assertLogs("x").__enter__()
""".strip().splitlines():
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
with t.assertRaises(KeyError) as caught:
    raise KeyError("k")
print(repr(caught.exception))
for block in ("with t.assertRaises(ValueError, msg='note'):\n    pass", "with t.assertLogs('log', 'ERROR'):\n    pass",
              "with t.assertNoLogs('log'):\n    logging.getLogger('log').error('e')", "with t.assertRaises(ValueError) as c:\n    1 / 0"):
    import logging
    try:
        exec(block)
    except Exception as error:
        print(type(error).__name__, error)
with t.assertLogs("log", "INFO") as logs:
    logging.getLogger("log").info("first %d", 1)
    logging.getLogger("log.child").error("second")
print(logs.output, len(logs.records))


class Typed(unittest.TestCase):
    longMessage = False

    def __init__(self):
        super().__init__()
        self.addTypeEqualityFunc(int, lambda a, b, msg=None: (_ for _ in ()).throw(self.failureException(f"ints {a} {b}")))


for call in (lambda: Typed().assertEqual(1, 2), lambda: Typed().assertTrue(0, "only this"), lambda: Typed().assertEqual(1.5, 2)):
    try:
        call()
    except AssertionError as error:
        print(error)
big = unittest.TestCase()
try:
    big.assertEqual(list(range(300)), list(range(299)))
except AssertionError as error:
    print(str(error)[-160:])
