"""What was published: articles, blocks, references, who says what; the library on disk."""
