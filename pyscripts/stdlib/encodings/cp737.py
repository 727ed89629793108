"""The encoding cp737."""

__import__("_codec_modules").fill_table(globals())
