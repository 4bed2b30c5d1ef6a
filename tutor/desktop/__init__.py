"""Puts adapters together for the desktop program: what a window, the tutor's pages and reports work with. Knows no widget."""
