"""The encoding koi8_r."""

__import__("_codec_modules").fill_table(globals())
