"""Answering: choose sentences, refuse, attribute; the faces are the terminal and Telegram."""
