"""Each encoding is a module of the package `encodings`."""

import codecs
import encodings
import encodings.idna
import importlib
from encodings.aliases import aliases

for name in ["utf_8", "utf_16_le", "utf_8_sig", "latin_1", "ascii", "cp1250", "cp037", "koi8_r", "big5", "shift_jis",
             "iso2022_jp", "hz", "hex_codec", "rot_13", "idna", "punycode", "utf_7", "charmap", "unicode_escape"]:
    module = importlib.import_module("encodings." + name)
    info = module.getregentry()
    print(name, info.name, codecs.lookup(name).name, module.IncrementalDecoder, module.StreamReader)
    print("  ", hasattr(module, "Codec"), issubclass(module.IncrementalEncoder, codecs.IncrementalEncoder))

import encodings.cp1251 as cyrillic

print(cyrillic.decoding_table[0x80:0x90], len(cyrillic.decoding_table))
print(codecs.charmap_encode("Ж", "strict", cyrillic.encoding_table))
print(cyrillic.Codec().encode("Жa"), cyrillic.Codec().decode(b"\xc6a"))
print(cyrillic.IncrementalDecoder("replace").decode(b"\x98\xc6"))
print(encodings.utf_8.decode(b"\xc3\xa9"), encodings.utf_8.encode("é"))
print(encodings.hex_codec.hex_encode(b"ab"), encodings.hex_codec.hex_decode(b"6162"))
print(codecs.lookup("utf-8") is codecs.lookup("utf-8"))
print(codecs.getincrementaldecoder("cp1251") is cyrillic.IncrementalDecoder)
print(len(aliases), aliases["latin"], aliases["csiso2022jp"], sorted(set(aliases.values()))[:12])

try:
    import encodings.no_such_encoding
except ModuleNotFoundError as error:
    print(error)
