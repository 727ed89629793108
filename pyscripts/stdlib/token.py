"""The kinds of tokens, as numbers."""

__all__ = ['tok_name', 'ISTERMINAL', 'ISNONTERMINAL', 'ISEOF']

EXACT_TOKEN_TYPES = {}
tok_name = {}


def _define():
    kinds = """
        ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT LPAR ( RPAR ) LSQB [ RSQB ] COLON : COMMA , SEMI ; PLUS +
        MINUS - STAR * SLASH / VBAR | AMPER & LESS < GREATER > EQUAL = DOT . PERCENT % LBRACE { RBRACE } EQEQUAL ==
        NOTEQUAL != LESSEQUAL <= GREATEREQUAL >= TILDE ~ CIRCUMFLEX ^ LEFTSHIFT << RIGHTSHIFT >> DOUBLESTAR **
        PLUSEQUAL += MINEQUAL -= STAREQUAL *= SLASHEQUAL /= PERCENTEQUAL %= AMPEREQUAL &= VBAREQUAL |=
        CIRCUMFLEXEQUAL ^= LEFTSHIFTEQUAL <<= RIGHTSHIFTEQUAL >>= DOUBLESTAREQUAL **= DOUBLESLASH //
        DOUBLESLASHEQUAL //= AT @ ATEQUAL @= RARROW -> ELLIPSIS ... COLONEQUAL := EXCLAMATION ! OP TYPE_IGNORE
        TYPE_COMMENT SOFT_KEYWORD FSTRING_START FSTRING_MIDDLE FSTRING_END COMMENT NL ERRORTOKEN ENCODING N_TOKENS
    """.split()
    number = -1
    for word in kinds:
        if word[0].isalpha():
            number += 1
            tok_name[number] = word
        else:
            EXACT_TOKEN_TYPES[word] = number
    tok_name[256] = 'NT_OFFSET'
    for number, name in tok_name.items():
        globals()[name] = number
        __all__.append(name)
    exact = sorted(EXACT_TOKEN_TYPES.items())
    EXACT_TOKEN_TYPES.clear()
    EXACT_TOKEN_TYPES.update(exact)


_define()
del _define


def ISTERMINAL(x):
    return x < NT_OFFSET


def ISNONTERMINAL(x):
    return x >= NT_OFFSET


def ISEOF(x):
    return x == ENDMARKER
