"""Brackets that fit nowhere are listed as they stand."""
import io
import tokenize

for source in ("x = ]\ny\n", "(a]\n", "{)\n}\n"):
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            print(tokenize.tok_name[token.type], repr(token.string), token.start)
    except tokenize.TokenError as error:
        print(error)
