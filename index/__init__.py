"""Where it is found: passages, encoder, vectors, lexical ranking, generations, search."""
