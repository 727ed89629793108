# Digits of every script make numbers, those beyond the basic plane, too.
for text in ["\U0001d7d9\U0001d7da", "\U0001d7ce", "\u0661\u0662", "\U00011066\U00011067", "\u0969_\u096a",
    "\U0001fbf3"]:
    print(ascii(text), int(text), float(text.replace("_", "")), complex(text.replace("_", "") + "j"))
print(int("\U0001d7f7f", 16), int("-\U0001d7d9"), float("\U0001d7d9.\U0001d7dae\U0001d7da"))
for text in ["\u00b2", "\u2160", "\u4e09"]:
    try:
        print(int(text))
    except ValueError as error:
        print(ascii(str(error)))
