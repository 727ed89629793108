"""The encoding mac_farsi."""

__import__("_codec_modules").fill_table(globals())
