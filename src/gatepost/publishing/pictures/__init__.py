"""Pictures: decoded within limits, written anew without what a file carries beside its pixels, resized."""
