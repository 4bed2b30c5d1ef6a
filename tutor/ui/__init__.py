"""The window. Paints what `present` says and asks the ports of `practice`; knows nothing of a model, a file format or a sound card."""
