"""The encoding koi8_t."""

__import__("_codec_modules").fill_table(globals())
