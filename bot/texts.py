"""What the Telegram bot says about itself."""

from __future__ import annotations

from typing import Final

START: Final = (
    "Ask me a question about the articles I hold. I answer with their own words, and I say whose words they are. "
    "If nothing in them answers, I say so.\n\nFor example: what does Russia want on army size?"
)
HELP: Final = (
    "Write a question as a message. Every answer is a passage of a stored article, word for word: below it stand the "
    "speaker, the article that quoted him or her, and the post that carries it. Tap that line to open the post.\n\n"
    "A passage marked as a comment is the opinion of the post’s author, not reporting.\n\n"
    "You can ask on: “and weapons?”, “why?”, “what did he say about that?”. I say how I understood it.\n\n"
    "/who and a sentence tells whose words it is and whether it is exact. /privacy tells what I keep."
)
PRIVACY: Final = (
    "I store nothing of what you write: no questions, no names, no chats. Your question is read on this server only. "
    "The last one stays in memory for half an hour, so that “and weapons?” can be understood, and is then forgotten. "
    "Telegram itself keeps your chat as its own policy says."
)
QUESTION_REFUSED: Final = "I can’t take that as a question. Please ask in words, in at most 1,000 characters."
SENTENCE_REFUSED: Final = (
    "Write the sentence behind the command, in at most 1,000 characters, for example:\n/who Wishes cost nothing."
)
BROKEN: Final = "I could not look it up just now. Please ask again later."
TOO_LONG: Final = "(This passage is too long for a message; it is in the post.)"
NEAREST: Final = "Nearest in the corpus:"
COMMENT: Final = "Comment of the post’s author, not reporting:"
COMMANDS: Final = {
    "start": "what this bot does",
    "help": "how to ask and how to read an answer",
    "who": "whose words a sentence is, and whether it is exact",
    "privacy": "what is kept",
}
