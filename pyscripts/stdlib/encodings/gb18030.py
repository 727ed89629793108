"""The encoding gb18030."""

__import__("_codec_modules").fill(globals())
