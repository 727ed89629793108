"""The encoding rot_13."""

__import__("_codec_modules").fill(globals())
