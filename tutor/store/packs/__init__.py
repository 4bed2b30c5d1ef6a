"""Class packs and return files: one signed container, made and checked here, and merged into a learner's folder."""
