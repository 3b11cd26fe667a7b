"""How good it is: cases, metrics, gates, reports."""
