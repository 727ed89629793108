"""The encoding kz1048."""

__import__("_codec_modules").fill_table(globals())
