"""The literal forms and what repr gives back."""
print(0b1010, 0o777, 0xDEAD_BEEF, 1_000, 00, 0_0, 10**20, -0, +5, ~5, --5)
print(1., .5, 1.5e3, 1E-3, 1e+3, 0.1, 1e16, 1e15, 123456789012345678.0, 1e-5, 0.0001, 5e-324, 1.7976931348623157e308, 1e400, -1e400, 0.0, -0.0, 1_0.5_0, 00.5, 0e0, 1e0)
print(1j, 1.5J, 0j, -0j, 1e3j, 00j, 0_1j, 1+2j, -1-2j, (1+2j)*1j, 2j**2, 1j.imag, 1 .real, 1.0.real, 1..real, (1).real, 0x1.real if False else 0x1 .real)
print([1, 2, 3,], (1,), (), {}, {1}, {1: 2}, {1, 2, 2}, {1: "a", 1: "b"}, [[]], ((),), {(): []}, [*"ab"], {*()}, {**{}}, (*[1], 2), ..., None, True, False, NotImplemented, __debug__)
print("a" "b", 'c' "d", b"e" b"f", """x
y""", '''q"''', "\x41\u00e9\U0001f600\101\N{BULLET}", r"\x41", b"\x41\101", "a\
b", "tab\tnew\\n")
