"""Processes that are killed while they work: whatever they acknowledged is there afterwards.

python -m tests.kills 300        so many kills at random points, shared among the scenes; a minute or five
python -m tests.kills 50 merge   of one scene
"""
