"""Every kind of fault by its code, and why it matters: what ``docs/diagnostics.md`` is made of.

The sentences are for people who write cases and no programs. What a fault says, its reader says; here stands only what
would follow if nobody said it.
"""

THE_FILE = {
    "cannot-open": "What cannot be opened cannot be checked or played.",
    "not-a-file": "A folder, a pipe or a device is not read: some of them never end.",
    "too-large": "Thirty times the longest case is not a case; reading it would only keep everybody waiting.",
    "not-utf-8": "Saved in another encoding, accents and quotation marks would turn into other letters on the screen.",
    "not-text": "A picture or a program by the name of a case, or a file made to write on somebody's terminal.",
    "control-character": "A terminal obeys such a character instead of showing it, or shows a line in another order.",
    "empty-file": "Nothing is written here.",
    "more-faults": "A file with so many faults is often of another kind: only the first ones are listed.",
}
YAML = {
    "tab": "Editors show a tab as wide as they like, so nobody could see which lines belong together.",
    "colon-in-text": "A colon and a blank make a key: the rest of the sentence would be its value.",
    "cut-at-comma": "In braces a comma ends a text: the rest of the sentence would be lost.",
    "open-quote": "Everything after a quotation mark that is never closed would belong to that text.",
    "odd-start": "Some characters mean something to YAML where a text begins; in quotes they are text.",
    "text-after-bar": "The sign | says that a text begins on the next line.",
    "escape": "In double quotes a backslash begins a code; in single quotes it is a backslash.",
    "in-braces": "A text with a colon, comma or brace has ended the braces before their end.",
    "in-brackets": "A text with a colon or bracket has ended the brackets before their end.",
    "indent": "By its indentation a line belongs to nothing above it.",
    "outdent": "The first line decides how far all lines are indented.",
    "dash": "A list begins on the line after its key.",
    "loose-line": "A line without a key belongs to nothing, so nobody would read it.",
    "no-key": "A value without a key has no meaning.",
    "no-value": "A key without a value says nothing, and often its text has gone to the next line.",
    "twice": "Of two values for one key YAML keeps one and drops the other without a word.",
    "second-document": "Three dashes end a case: what stands below them would never be read.",
    "directive": "A line that begins with % speaks to the parser, not to the game.",
    "anchor": "A text cannot begin with &, which gives the value a name that this format does not use.",
    "alias": "A repeated value is written out: repeated repetitions can fill a computer's memory.",
    "tag": "A tag can make other programs run what stands in the file; here it is refused unread.",
    "too-deep": "Nobody nests by hand so deep; some programs come to harm over it.",
    "too-many": "A file with so many values was not written by hand.",
    "long-key": "A key is a short word; a long one is a text that has lost its key.",
    "grammar": "It is not YAML, in the parser's own words.",
}
SHAPE = {
    "missing-key": "Without this the case cannot be played.",
    "unknown-key": "A misspelt key would be dropped in silence, and what it says with it.",
    "not-a-table": "Here keys with values are expected.",
    "not-a-list": "Here several values can stand, so even one stands in brackets or behind a dash.",
    "not-a-text": "A text with a colon or a bracket has become a table or a list; in quotes it is a text.",
    "not-a-number": "A number is written in digits, without quotes.",
    "out-of-range": "The rules know no such value, or it could never be reached.",
    "not-yes-or-no": "The words are yes and no, and not true and false: one language says it in one way.",
    "unknown-word": "Here stands one of a few words; with any other the rules would see nothing at all.",
    "empty-list": "A case without any of these cannot be played.",
    "listed-twice": "What is listed twice would count twice.",
    "long-text": "What is longer does not fit on the screen or on the sheet.",
}
NAMES = {
    "odd-id": "Saves and other parts of the file refer to an id, so it must be easy to write and never change.",
    "id-not-file": "Whoever looks for the case by its id looks for a file of that name.",
    "id-twice": "Of two with one id nobody knows which is meant.",
    "odd-date": "A date that cannot be read cannot be compared.",
    "odd-years": "The years tell the player when the case begins and ends.",
    "odd-citation": "A citation that cannot be looked up is none.",
    "unknown-source": "Readers would look for a work that is not in the bibliography.",
    "unknown-paragraph": "Without its page a reader of the printed article cannot find the passage.",
    "unknown-agreement": "An agreement must say somewhere what it binds.",
    "unknown-person": "Somebody must say somewhere who this is.",
    "unknown-field": "The case has no such field of quarrels, so nothing could happen there.",
    "unknown-decision": "What refers to a decision that is not there never holds.",
    "unknown-option": "What asks for an option that is not there never holds.",
    "uncited": "A fact without a source is an opinion, and the debrief cannot name the page.",
}
PLAY = {
    "how-many-options": "One option is no choice, and more than four do not fit on the screen.",
    "not-one-move": "An option is one thing that a capital does; what it leads to is for the rules to say.",
    "mixed-kinds": "One decision is of one kind: a move of one's own, a reply, an answer or a follow-up.",
    "wrong-capital": "Only one of the two capitals can do this.",
    "odd-turn": "Mexico City turns to a level of interest; Washington takes its share, which has none.",
    "lever-too-low": "Only a backlash or a rupture uses a lever; a protest is words.",
    "odd-manner": "Each manner of a reply belongs to one level.",
    "marked-twice": "One option of a decision is what really happened, and at most one is there to teach by failing.",
    "no-reception": "Nobody receives such a move, so no prose about it would ever be shown.",
    "no-outcome": "Without prose of yours, a sentence that fits every case tells what came of the move.",
    "no-history": "Nobody could compare a game with what really happened.",
    "round-falls": "Rounds are met in order: one that comes too late would never be closed.",
    "round-skipped": "A round in which nothing comes up is never closed, so nobody at home would judge it.",
    "never-met": "What nothing calls for never comes up.",
    "never-signed": "No game can have this agreement, so what asks for it never holds.",
    "discovered-twice": "A secret comes out once; the second time the same act would be answered again.",
    "nothing-secret": "There is nothing that could come out.",
    "bad-odds": "Chance needs odds that can be drawn.",
    "needless-keep": "What does not end needs no order to go on.",
}
CONDITIONS = {
    "unknown-test": "The game cannot look at this, so the condition would hold always or never.",
    "empty-if": "A condition that asks nothing is a slip: it holds always, or never.",
    "always-true": "A condition that always holds is no condition.",
    "odd-bound": "A bare number does not say whether more or less will do.",
    "odd-choice": "A choice is named by its decision and its option.",
    "odd-grievance": "A grievance lies in a field.",
    "comes-later": "Nobody can ask for what has not happened yet.",
    "nothing-received": "What is not received by anybody has no reception to ask for.",
    "failed-in-play": "Whether a condition failed is known only at the end.",
}
MARKS = {
    "secret-warned": "The rules take a warning for a chance to answer; of a secret there was none.",
    "secret-proposal": "The rules would let a proposal pass unanswered that somebody must have heard.",
    "secret-in-view": "The rules would let an act pass unanswered that nobody could overlook.",
    "secret-incident": "Nobody would ever answer it.",
    "proposal-yields": "The rules count nothing for what is only proposed; the screen would still show what it brings.",
    "warned-unannounced": "The class says the contrary of the mark, and a signed rule may bind the class.",
    "mark-missing": "The rules look at the marks: without this one the due reply comes out a step too low.",
    "barrier-needs": "Washington would be expected to give way for help that it does not need.",
    "of-washington": "The rules would heal what only Washington can heal.",
    "empty-offer": "Nothing could come of it.",
    "body-unbuilt": "The rules would count a standing body on the ledger and none in the field.",
    "refusal-gives": "Nothing of it would ever count.",
    "idle-consent": "The players would give something away for nothing.",
    "other-field": "A text heals only where it lies: the quarrel in the field of the offer would stay open.",
}
TEXTS = {
    "later-date": "Who decides must not know what came later: it decides for them.",
    "known-later": "The debrief loses its point if the brief has told it.",
    "blaming": "Half the class plays the side that is blamed; in quotes the word is somebody's own.",
    "reading-time": "A class that reads slowly would not come to the end.",
}
PACKS = {
    "no-scenarios": "A folder without a case has nothing to check.",
    "leads-out": "A folder that is handed on must not open files of whoever received it.",
    "no-such-case": "A case that is listed and not there would be missing in class.",
}
OTHERS = {
    "no-rule": "No rule answers a promise not kept or a turn of Mexico's own, so the case can be told and not scored.",
    "not-a-save": "A game is recomputed from its moves; what cannot be read cannot be recomputed.",
    "no-scenario": "A game without its case cannot go on.",
}
THEORIES = {
    "unknown-question": "A rule over a misspelt word would hold always, or never, and no game would show why.",
    "unknown-effect": "A change of something that is not there would change nothing.",
    "two-effects": "Each change has its own limits, so each has its own braces.",
    "not-given": "A number that no move gives there cannot be reckoned.",
    "no-answer": "For some act or offer the table would have no answer, and the game would stop.",
    "never-holds": "A rule that asks for what it rules out is a slip.",
    "same-questions": "Of two lines with the same questions one is never reached, or both count.",
    "never-tried": "Nothing in the record speaks for or against such a rule.",
    "taken-id": "Games are kept with the id of their theory and would be opened under the other one.",
}
PATHS = {
    "never-decision": "Its texts were written in vain, and what refers to it never holds.",
    "never-option": "Nobody can choose it; the report says which part of its condition fails, and how nearly.",
    "never-event": "What it says never comes about; the report says which part of its condition fails.",
    "unvisited": "What nobody comes to was written in vain.",
    "ruled": "Where one option is always best there is nothing to decide.",
    "tied": "Between options that are always worth the same there is nothing to decide either.",
    "twins": "Where hardly any option is ever best alone, it makes no difference what is chosen.",
    "hopeless": "An option that always loses is no temptation; mark it foil if it is there to teach.",
    "policy": "Who needs not look at the case to do well learns nothing from it.",
    "history": "What really happened must be playable, and some better way must be left.",
    "ending": "An ending that no game comes to is one that the class will not discuss.",
    "stuck": "Nothing that Washington decides from there on can bring joint work back.",
    "last-act": "An act to which nobody can reply pays: that is an end of the game, not of the story.",
    "unanswered": "The other capital must get a say.",
    "claim": "The papers' claim does not show: together better than alone, and yet a temptation.",
    "size": "A case of so many states cannot be solved exactly while somebody waits.",
}
CATALOGUE = {
    "The file": THE_FILE,
    "How YAML is written": YAML,
    "Keys and values": SHAPE,
    "Names, dates and sources": NAMES,
    "Decisions and events": PLAY,
    "Conditions (if)": CONDITIONS,
    "Marks that exclude one another": MARKS,
    "What the texts say": TEXTS,
    "Folders of cases": PACKS,
    "Coded cases and saved games": OTHERS,
    "Theories": THEORIES,
    "Played on all paths (check --paths)": PATHS,
}
"""The codes, by what they are about, in the order of the document."""

WHY = {code: why for part in CATALOGUE.values() for code, why in part.items()}
"""For each code why it matters, in one sentence."""
