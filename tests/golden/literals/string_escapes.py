print("tab\tnew\nline", 'single \' double "', "\x41\u00e9\U0001F600\N{BULLET}")
print("\101\60\0".encode(), "\a\b\f\v".encode())
print(r"raw \n \x", R'\d', len("\
"))
print("""triple
"quoted" 'text'""")
print("adjacent" 'strings' """join""")
