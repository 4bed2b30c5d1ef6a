"""How much a pack may hold. What is larger is refused before it is read: a pack comes from a stick that anybody may have had."""

MOST_BYTES = 2**32 - 1
"""Of the whole file: a stick formatted as FAT32 takes no larger one, nor does ZIP without its 64-bit form, which isn't read."""

MOST_FILES = 30_000
"""In one pack. A take needs three, so ten thousand takes fit; their list takes some 4 MB of memory."""

MOST_MANIFEST_BYTES = 8 * 2**20
"""The list of 30,000 files takes 5 MB, the longest text that can be read in one go 0.2 MB."""

MOST_DOCUMENT_BYTES = 16 * 2**20
"""An assessment of half an hour's reading is 7 MB of JSON, nearly all of it curves."""

MOST_PARTS = 250_000
"""Lists and objects in one JSON document: each takes up to 350 bytes of memory, whatever its two on disk. Half an hour's
reading of 5,000 words has 60,000."""

MOST_SOUND_S = 2 * 60 * 60
"""Of one take: two hours is the longest text that can be put on the page. FLAC of silence is small and long."""

SOUND_RATES = (4_000, 192_000)
"""In Hz: what microphones and sound files have."""

MOST_TEXTS, MOST_WORDS = 200, 2_000
"""In one assignment: more than a year's lessons, or than a book's hard words."""

BLOCK = 2**20
"""Bytes held in memory at a time while files are copied or hashed."""

YEARS = range(2000, 2200)
"""What a clock may say that is set more or less."""
