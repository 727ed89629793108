"""The encoding mac_turkish."""

__import__("_codec_modules").fill_table(globals())
