"""The encoding iso8859_14."""

__import__("_codec_modules").fill_table(globals())
