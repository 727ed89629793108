"""The encoding iso8859_9."""

__import__("_codec_modules").fill_table(globals())
