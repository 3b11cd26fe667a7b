"""Every text of the interface, in English; the catalogs in ``bot/locale`` give the other languages.

A pair of texts is one and many. Words in braces are filled in.
"""

from __future__ import annotations

from typing import Final

# Beside the quotes, in every face.
UNDERSTOOD: Final = "Understood as: {question}"
NEAREST: Final = "Nearest in the corpus:"
COMMENT: Final = "Comment of the post’s author, not reporting:"
SAID_BY: Final = "Said by {party}"
SAID_ABOUT: Final = "Said about {party} by others"
OTHERS: Final = "Others on this"
SAID_IN_COMMENT: Final = "The post author’s comment"
NO_WORDS: Final = "{heading}: no words of their own that answer"
NO_WORDS_OF: Final = "{heading}: no words of {party} that answer"
NOT_THERE: Final = "Nothing like this stands in the corpus."
NOT_EXACT: Final = "Not exact: the nearest words in the corpus differ."
EXACT: Final = "Exact."
EXACT_IN: Final = ("Exact, in {number} place.", "Exact, in {number} places.")
YOURS: Final = "yours: {yours}\nprinted: {printed}"
NOTHING: Final = "(nothing)"
TOO_LONG: Final = "(This passage is too long for a message; it is in the post.)"

# The line below a quote.
QUOTED_WITHOUT_SOURCE: Final = "{speaker}, quoted without a source"
BY_THE_AUTHOR: Final = "Comment by the post’s author"
UNNAMED_WITHOUT_SOURCE: Final = "Speaker not named in the article, quoted without a source"
NO_SOURCE: Final = "source not given"
QUOTED_IN: Final = "{speaker} · quoted in {source}"
REPORTING: Final = "{source}, reporting what {speaker} said"
REPORTING_DESCRIBED: Final = "{source}, reporting what {speaker}, {described}, said"
ACCORDING_TO: Final = "according to {teller}"
UNNAMED: Final = "Speaker not named in the article · quoted in {source}"
REFERENCE: Final = "reference [{mark}]"
POST: Final = "post: {post}"
SAMPLE_POST: Final = "sample post: {post}"
UNTITLED: Final = "untitled"
ALSO_IN: Final = "also quoted in {attribution}"

# What helps after a refusal.
HELP_OFF_CORPUS: Final = "I only know the articles I hold. Ask about something they cover, or name it in other words."
HELP_NOT_STATED: Final = (
    "It may help to ask for what a passage above speaks about, or to name the person, place or year."
)
HELP_ONLY_COMMENTARY: Final = "To read the comment as what it is, ask: what does the author think?"
HELP_UNAVAILABLE: Final = "Please ask again in a few minutes."

# What the bot says about itself.
START: Final = (
    "Ask me a question about the articles I hold. I answer with their own words, and I say whose words they are. "
    "If nothing in them answers, I say so.\n\nFor example: what does Russia want on army size?"
)
HELP: Final = (
    "Write a question as a message. Every answer is a passage of a stored article, word for word: below it stand the "
    "speaker, the article that quoted the words, and the post that carries it. Tap that line to open the post.\n\n"
    "A passage marked as a comment is the opinion of the post’s author, not reporting.\n\n"
    "You can ask on: “and weapons?”, “why?”, “what did he say about that?”. I say how I understood it. If you edit a "
    "question, I answer it anew in the same place.\n\n"
    "/who and a sentence tells whose words it is and whether it is exact; you can also forward news to me, or reply to "
    "it with /who.\n\n"
    "In a group, mention me, reply to me, or write /ask and the question. /language changes the language of these "
    "texts, never of a quote. /privacy tells what I keep."
)
PRIVACY: Final = (
    "What I keep, how long, and why:\n"
    "• Your question is read on this server and not stored. It stays in memory for half an hour, so that “and "
    "weapons?” and the buttons can be understood.\n"
    "• Which passages I showed you (their places in the articles, not your question), for 7 days: the buttons below an "
    "answer need them.\n"
    "• The language you chose, until you change it or for a year.\n"
    "• If you tap a judgment below an answer, I store that judgment with your question and the places of the passages "
    "for 180 days: they are used to make the answers better. This is the only case in which a question is stored.\n"
    "• The numbers of messages I have handled, for 2 days, so that none is answered twice.\n"
    "All of this is encrypted, and your Telegram number is kept only as a keyed hash. No names are stored, nothing is "
    "passed on, and nothing of it is in the logs.\n\n"
    "/forget erases everything about you at once, and shows what it erased. /reset ends a conversation. Telegram "
    "itself keeps your chat as its own policy says."
)
LATE: Final = "I was away when you asked; here is the answer."
QUESTION_REFUSED: Final = "I can’t take that as a question. Please ask in words, in at most 2,000 characters."
SENTENCE_REFUSED: Final = (
    "Write the sentence behind the command, in at most 2,000 characters, or reply with the command to the message that "
    "holds it. For example:\n/who Wishes cost nothing."
)
ASK_WHAT: Final = "Write the question behind the command, for example:\n/ask what does Russia want on army size?"
BROKEN: Final = "I could not look it up just now. Please ask again later."
BUSY: Final = "I have more questions than I can answer right now. Please ask again in a minute."
SLOW_DOWN: Final = "That was a lot of questions at once. Please wait a moment before the next one."
NOT_ALLOWED: Final = "This bot answers only people whom its owner has let in. Your Telegram number is {user}."
SENTENCES: Final = ("{number} sentence looked up", "{number} sentences looked up")
EXACT_ONES: Final = ("{number} exact", "{number} exact")
CHANGED: Final = ("{number} with other words", "{number} with other words")
MISSING: Final = ("{number} not in the corpus", "{number} not in the corpus")

# Conversation.
RESET: Final = "Done. Your next question starts a new conversation."
FORGOTTEN: Final = "Erased everything about you:"
FORGOT_ANSWERS: Final = ("{number} stored answer", "{number} stored answers")
FORGOT_FEEDBACK: Final = ("{number} judgment", "{number} judgments")
FORGOT_SETTINGS: Final = ("{number} setting", "{number} settings")
FORGOT_TURNS: Final = ("{number} remembered question", "{number} remembered questions")
LANGUAGE_ASKED: Final = "In which language shall I speak? Quotes always stay as they were published."
LANGUAGE_SET: Final = "From now on I speak English. Quotes stay as they were published."
AS_IN_TELEGRAM: Final = "As in Telegram"

# Buttons; a few letters, or two of them do not fit a row.
MORE: Final = "More passages"
CONTEXT: Final = "In context"
BACK: Final = "Back"
SOURCE: Final = "Open the post"
COPY: Final = "Copy quote"
SHARE: Final = "Share"
RIGHT: Final = "👍 Right"
NOT_RIGHT: Final = "👎 Not right"
WRONG_QUOTE: Final = "Wrong quote"
WRONG_SPEAKER: Final = "Wrong speaker"
NOT_AN_ANSWER: Final = "Not an answer"
THANKS: Final = "Thank you. Stored with your question for 180 days; /forget erases it."
NOT_YOURS: Final = "These buttons belong to the person who asked."
EXPIRED: Final = "This answer is too old for its buttons. Please ask again."
NO_MORE: Final = "There are no further passages about this."
FURTHER: Final = "Further passages, nearest first; they need not answer:"
IN_CONTEXT: Final = "The words around the quote (in bold):"
PART_OF_LONGER: Final = "(a part of a longer passage)"
GONE: Final = "This passage is not in the corpus any more."
NOTHING_INLINE: Final = "Nothing in the corpus answers this"
INLINE_HINT: Final = "Type a question; I offer quotes"

# What Telegram shows before a chat begins, and in its menu.
DESCRIPTION: Final = (
    "I answer questions from a collection of articles word for word, and say whose words they are: the speaker, the "
    "article, the post. If nothing answers, I say so."
)
SHORT_DESCRIPTION: Final = "Answers word for word, and says whose words they are."
COMMANDS: Final = {
    "ask": "ask a question",
    "who": "whose words a sentence is, and whether it is exact",
    "help": "how to ask and how to read an answer",
    "language": "language of the interface",
    "reset": "start a new conversation",
    "privacy": "what is kept, how long and why",
    "forget": "erase everything about me",
}
IN_GROUPS: Final = ("ask", "who", "help", "privacy")

# For the maintainers.
STATUS: Final = (
    "Generation {generation}, published {published}\n{articles} articles, {passages} passages\n"
    "Questions waiting: {waiting}\nAnswered since {started}: {answered}; half within {median} s, 95 % within {p95} s"
)
NO_INDEX: Final = "There is no index yet; /reindex builds one."
CHANGED_SINCE: Final = "The library has changed since; /reindex takes it up."
REINDEXING: Final = "Indexing …"
STEP: Final = "Indexing: {stage}, {done} of {total}"
PUBLISHED: Final = (
    "Published generation {generation}: {articles} articles, {passages} passages, {encoded} newly encoded, "
    "in {seconds} s."
)
UNCHANGED: Final = "Nothing has changed since generation {generation}."
IN_WORK: Final = "An index is being built already."
FAILED_SO: Final = "That failed: {error}\n{hint}"
ADD_WHAT: Final = (
    "Send a file with an article (text, Markdown, HTML, a feed or an e-mail; at most {megabytes} MB), "
    "or a link: /add https://example.org/page"
)
READING: Final = "Reading {link} …"
TOO_LARGE: Final = "This file is larger than {megabytes} MB."
WRONG_KIND: Final = "I take {suffixes} files, not this one."
ADDED: Final = "Added {identity}. /reindex takes it up."
REPLACED: Final = "Added {identity} in the place of the earlier version from the same source. /reindex takes it up."
ALREADY_THERE: Final = "This article, {identity}, is in the library already."
MORE_ADDED: Final = "And {number} more."
LEFT_OUT: Final = "Left out: {reason} ({number})"
NOTHING_IN_IT: Final = "There is nothing new in it."
ASSUMED: Final = "Line {line}: {assumed}"
NO_JUDGMENTS: Final = "Nobody has judged an answer yet."
JUDGED: Final = "{kind}: {number}"
LATEST_JUDGED: Final = "The latest that were not right:"
ADMIN_COMMANDS: Final = {
    "status": "index, queue, latency",
    "reindex": "build and publish the next index",
    "add": "add an article by its link",
    "feedback": "what readers think of the answers",
}
