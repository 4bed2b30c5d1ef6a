"""The window. Paints what `present` says, asks the ports of `practice`; knows no model, file format or sound card."""
