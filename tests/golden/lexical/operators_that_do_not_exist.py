"""Sequences of operator signs that are no operators, and those that are several."""
for source in ("1 +- 1", "1 -- 1", "1 ++ 1", "1 <> 2", "1 != 2", "1 =! 2", "1 === 1", "1 == = 1", "1 <=> 2", "1 && 2", "1 || 2", "!1", "1 ! 2", "1 ? 2 : 3", "1 $ 2", "x := 1", "1 ** -1", "1 **- 1", "1 * * 2", "1 // / 2", "1 < < 2", "1 <<- 2", "1 >>= 2", "x++", "++1", "--1", "~-1", "-~1", "not not 1", "1 not 2", "1 not in [2]", "1 is not 2", "1 isnot 2", "1 in not [2]", "1 and or 2", "1 @ 2", "1 -> 2", "1 .. 2", "1 ... 2", "...", ". . .", "a . b", "a . 1", "1 . real", "`1`", "1 ;; 2", "1 \\ + 2", "1 \\\n+ 2", "not", "and 1", "1 *", "()()", "[][0]", "1 if else 2", "lambda", "1,", ",", "1,,2", "=1", "1 >= = 2", "x =: 1", "1 % % 2", "1 ^^ 2", "1 | | 2", "a @= 1", "1 %= 2", "-> 1", "a -> b"):
    try:
        print(repr(source), eval(source))
    except SyntaxError as error:
        print(repr(source), "|", error.msg)
    except Exception as error:
        print(repr(source), type(error).__name__, error)
