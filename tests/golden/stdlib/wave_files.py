import io
import math
import struct
import wave

tone = b"".join(struct.pack("<hh", int(1000 * math.sin(n / 5)), -n) for n in range(50))
with wave.open("tone.wav", "wb") as file:
    file.setnchannels(2)
    file.setsampwidth(2)
    file.setframerate(8000.4)
    file.setcomptype("NONE", "not compressed")
    file.writeframes(tone[:100])
    file.writeframesraw(tone[100:])
    print(file.tell(), file.getparams())
with open("tone.wav", "rb") as file:
    data = file.read()
print(len(data), data[:44])
with wave.open("tone.wav") as file:
    print(file.getparams(), file.getnchannels(), file.getsampwidth(), file.getframerate(), file.getnframes())
    print(file.readframes(3), file.tell(), file.getcomptype(), file.getcompname())
    file.setpos(48)
    print(file.readframes(10), file.readframes(5), file.tell())
    file.rewind()
    print(file.readframes(1000) == tone, file.tell())
    try:
        file.setpos(51)
    except wave.Error as error:
        print(error)
out = io.BytesIO()
with wave.open(out, "w") as file:
    file.setparams((1, 1, 11025, 0, "NONE", "not compressed"))
    file.writeframes(bytearray(range(5)))
print(out.getvalue())
extra = data[:12] + b"LIST" + struct.pack("<L", 3) + b"abc\0" + data[12:]
print(wave.open(io.BytesIO(extra)).getnframes())
for broken in (b"", b"RIFX" + data[4:], data[:8] + b"WAVX", data[:36], data[:20] + b"\x07\0" + data[22:], data[:12] + data[36:], data[:22] + b"\0\0" + data[24:]):
    try:
        print(wave.open(io.BytesIO(broken)).getparams())
    except (wave.Error, EOFError) as error:
        print(type(error).__name__, error)
writer = wave.open(io.BytesIO(), "wb")
for call in (
    lambda: writer.setnchannels(0), lambda: writer.setsampwidth(5), lambda: writer.setframerate(-1), writer.getparams,
    writer.getnchannels, writer.getsampwidth, writer.getframerate, lambda: writer.setcomptype("X", "x"),
    lambda: writer.writeframes(b"ab"), lambda: wave.open("x", "q"),
):
    try:
        print(call())
    except wave.Error as error:
        print(error)
writer.setparams((1, 2, 100, 1, "NONE", ""))
writer.writeframes(b"ab")
try:
    writer.setnchannels(2)
except wave.Error as error:
    print(error)
writer.close()
