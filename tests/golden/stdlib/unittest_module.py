import io
import re
import unittest


class Numbers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class set up")

    @classmethod
    def tearDownClass(cls):
        print("class torn down")

    def setUp(self):
        self.addCleanup(print, "cleaned", self._testMethodName)

    def test_passes(self):
        """This one passes."""
        self.assertEqual(1, 1)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        with self.assertRaises(ZeroDivisionError) as context:
            1 / 0
        self.assertEqual(str(context.exception), "division by zero")
        self.assertRaisesRegex(ValueError, "invalid literal", int, "x")
        with self.assertLogs("name", "INFO") as logs:
            import logging
            logging.getLogger("name").warning("hello")
        self.assertEqual(logs.output, ["WARNING:name:hello"])
        with self.assertWarns(DeprecationWarning):
            import warnings
            warnings.warn("old", DeprecationWarning)

    def test_fails(self):
        self.assertEqual([1, 2, 3], [1, 2, 4, 5], "lists")

    def test_raises(self):
        {}["missing"]

    def test_parts(self):
        for i in range(4):
            with self.subTest("part", i=i):
                self.assertEqual(i % 2, 0)

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail()

    @unittest.skipIf(False, "never")
    def test_skips_itself(self):
        self.skipTest("by itself")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(0)

    @unittest.expectedFailure
    def test_unexpected(self):
        pass


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no class")

    def test_never(self):
        pass


class Coroutines(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.value = 3

    async def test_value(self):
        self.assertEqual(self.value, 3)


def run(verbosity, *classes):
    stream = io.StringIO()
    suite = unittest.TestSuite()
    for cls in classes:
        suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(cls))
    result = unittest.TextTestRunner(stream, verbosity=verbosity).run(suite)
    print(re.sub(r"in \d+\.\d+s", "in T", re.sub(r'File ".*[/\\]', 'File "', stream.getvalue())))
    print(result.testsRun, result.wasSuccessful(), result)


run(2, Numbers, Broken, Coroutines)
run(1, Numbers)


class Failing(unittest.TestCase):
    def runTest(self):
        pass


case = Failing()
for name, *args in [
    ("assertEqual", 1, 2), ("assertEqual", "one\ntwo\n", "one\nthree\n"), ("assertEqual", {"a": 1}, {"a": 2}),
    ("assertEqual", {1, 2}, {2, 3}), ("assertEqual", (1,), (1, 2)), ("assertNotEqual", 1, 1), ("assertTrue", []),
    ("assertFalse", "x"), ("assertIs", 1, 2), ("assertIsNot", None, None), ("assertIsNone", 0),
    ("assertIsNotNone", None), ("assertIn", 1, [2]), ("assertNotIn", 1, [1]), ("assertIsInstance", 1, str),
    ("assertNotIsInstance", 1, int), ("assertLess", 2, 1), ("assertLessEqual", 2, 1), ("assertGreater", 1, 2),
    ("assertGreaterEqual", 1, 2), ("assertAlmostEqual", 1.0, 1.1), ("assertNotAlmostEqual", 1.0, 1.0),
    ("assertRegex", "abc", "x+"), ("assertNotRegex", "abc", "b"), ("assertCountEqual", [1, 1, 2], [2, 3]),
    ("assertRaises", ValueError, int, "1"), ("assertRaisesRegex", ValueError, "xyz", int, "a"),
    ("assertSequenceEqual", [1], (2,)), ("assertEqual", "a" * 200, "a" * 199 + "b"), ("assertRaises", 3),
    ("assertListEqual", (), []), ("assertMultiLineEqual", "a", 3), ("assertEqual", list(range(90)), list(range(91))),
]:
    try:
        getattr(case, name)(*args)
    except Exception as error:
        print(name, type(error).__name__, error)
try:
    case.assertAlmostEqual(1, 3, delta=1, msg="why")
except AssertionError as error:
    print(error)
print(unittest.defaultTestLoader.getTestCaseNames(Numbers), case.id(), str(case), repr(case))
