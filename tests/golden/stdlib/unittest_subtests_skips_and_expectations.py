# Subtests, skips, expected failures and clean-ups, as their results tell.
import io
import unittest


class Base(unittest.TestCase):
    events = []

    def setUp(self):
        self.events.append(f"set up {self._testMethodName}")
        self.addCleanup(self.events.append, f"clean {self._testMethodName}")

    def test_subtests(self):
        for number in range(4):
            with self.subTest("parity", number=number):
                self.assertEqual(number % 2, 0)

    @unittest.skip("not now")
    def test_skipped(self):
        self.fail("never")

    @unittest.skipIf(True, "a condition")
    def test_skipped_if(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.assertIn(1, [])

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_skips_itself(self):
        self.skipTest("inside")

    def test_error(self):
        raise KeyError("k")


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(Base).run(result)
print(result)
print([(str(test).split(" ", 1)[0], text.splitlines()[-1]) for test, text in result.failures + result.errors])
print([(test._testMethodName, reason) for test, reason in result.skipped], result.wasSuccessful())
print(len(result.expectedFailures), [test._testMethodName for test in result.unexpectedSuccesses])
print(Base.events)
stream = io.StringIO()
unittest.TextTestRunner(stream, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromName("Base.test_subtests",
    __import__("__main__")))
print([line for line in stream.getvalue().splitlines() if not line.startswith(("Ran", "  File", "Traceback", "    "))])
