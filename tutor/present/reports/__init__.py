"""Reports: what a reader is told (`take`, `period`, `classroom`) as blocks, and the blocks as a page for screen and for paper."""
