"""The history window: filters, an overview, curves, tables and takes. Draws what `present.history` says."""
