"""The encoding shift_jis."""

__import__("_codec_modules").fill(globals())
