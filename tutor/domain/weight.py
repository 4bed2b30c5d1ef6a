"""Which words of an English sentence usually carry its weight: all but the small ones that hold the others together."""

FUNCTION_WORDS = frozenset({
    "a", "an", "the", "and", "or", "but", "if", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "is",
    "am", "are", "was", "were", "be", "been", "it", "its", "he", "she", "they", "we", "you", "i", "me", "him", "her",
    "us", "them", "my", "your", "his", "our", "their", "this", "that", "these", "those", "do", "does", "did", "has",
    "have", "had", "will", "would", "can", "could", "not", "so", "than", "then", "there",
})  # fmt: skip


def carries_weight(word: str) -> bool:
    """Whether listeners expect it to stand out."""
    return word.lower() not in FUNCTION_WORDS
