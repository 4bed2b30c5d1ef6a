"""A learner's assignments in the window: packs come by a file, their texts are read first, and takes go back by a file."""
