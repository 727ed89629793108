"""The encoding Johab: syllables of Hangul by the numbers of their letters, and the other characters of KS X 1001."""

from _codec_stateful import Fault

__native_in_cpython__ = True

name = "johab"
start = b""

# The letters by their numbers, five bits each: from the number before the colon on.
_INITIALS = "2:ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "3:ㅏㅐㅑㅒㅓ 10:ㅔㅕㅖㅗㅘㅙ 18:ㅚㅛㅜㅝㅞㅟ 26:ㅠㅡㅢㅣ"
_FINALS = "2:ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁ 19:ㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
# The numbers that stand for no letter.
_NO_INITIAL, _NO_VOWEL, _NO_FINAL = 1, 2, 1

_characters, _codes = {}, {}


def _numbers(table):
    """Pairs of a letter and its number, in order."""
    for part in table.split():
        first, _, letters = part.partition(":")
        yield from zip(letters, range(int(first), int(first) + len(letters)))


def _tell(initial, vowel, final, character):
    code = 0x8000 | initial << 10 | vowel << 5 | final
    _characters[code] = character
    _codes.setdefault(character, code)


def _rows():
    """The codes of KS X 1001's characters: two of its rows have the same first byte."""
    for lead, row in [*zip(range(0xD9, 0xDF), range(0x21, 0x2D, 2)), *zip(range(0xE0, 0xFA), range(0x4A, 0x7E, 2))]:
        for place in range(188):
            second = place + (0x31 if place < 78 else 0x43)
            yield lead << 8 | second, bytes([0x80 | row + place // 94, 0xA1 + place % 94])


def _fill():
    initials, vowels, finals = (list(_numbers(table)) for table in (_INITIALS, _VOWELS, _FINALS))
    for place, (letter, number) in enumerate(initials):
        _tell(number, _NO_VOWEL, _NO_FINAL, letter)
        for middle, (_, vowel) in enumerate(vowels):
            for last, final in enumerate([_NO_FINAL, *(final for _, final in finals)]):
                _tell(number, vowel, final, chr(0xAC00 + (place * 21 + middle) * 28 + last))
    for letter, number in vowels:
        _tell(_NO_INITIAL, number, _NO_FINAL, letter)
    for letter, number in finals:
        _tell(_NO_INITIAL, _NO_VOWEL, number, letter)
    for code, data in _rows():
        try:
            character = data.decode("cp949")
        except UnicodeDecodeError:
            continue
        # The letters of Hangul have codes already.
        if len(character) == 1 and character not in _codes:
            _characters[code] = character
            _codes[character] = code


def read(data, at, state):
    first = data[at]
    if first < 0x80:
        return chr(first), at + 1, state
    if not _characters:
        _fill()
    if at + 1 == len(data):
        raise Fault
    character = _characters.get(first << 8 | data[at + 1])
    if character is None:
        raise Fault(1)
    return character, at + 2, state


def write(character, state):
    if character < "\x80":
        return character.encode("ascii"), state
    if not _codes:
        _fill()
    code = _codes.get(character)
    return None if code is None else (code.to_bytes(2), state)


def leave(state):
    return b""
