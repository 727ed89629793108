"""The encoding iso8859_7."""

__import__("_codec_modules").fill_table(globals())
