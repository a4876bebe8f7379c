"""A scenario with as many states as one likes, for measuring; nothing in it is balanced, and nothing happened.

Each round has an act or an offer, its reply or answer, a leak and a follow-up, in one of two fields; what was chosen in
the first rounds is asked about in the last, so that it is not forgotten and few states are equal.
"""

HEAD = """format: 1
id: large
title: A large scenario
years: [2000, 2010]
minutes: {brief: 1, play: 1, debrief: 1}
level: advanced
roles: [washington, mexico-city]
objectives: [Measure.]
people: []
start:
  frustration: 2
  standing: 3
  ledger: []
  fields:
    police: {interest: 1, coordination: 1, institution: 1, capacity: 1, cite: ours}
    border: {interest: 1, coordination: 1, institution: 1, capacity: 1, cite: ours}
agreements:
  letter: {field: police, binds: [barrier], title: A letter, cite: ours}
play:
"""
ROUND = """
  - decision: move-{n}
    round: {n}
    by: washington
    title: What do we do?
    options:
      - {{id: joint, label: Together, offer: {{field: {field}, talks: yes, builds: 1, gives: {gives}}}}}
      - {{id: sting, label: A sting, act: {{field: {field}, soil: yes, face: yes, yields: 2, does: [barrier]}}}}
      - {{id: queue, label: A queue, act: {{field: {field}, harm: yes, yields: 1}}}}
      - {{id: wait, label: Wait, historical: yes, wait: yes}}
  - decision: reply-{n}
    round: {n}
    by: mexico-city
    title: What do we reply?
    options:
      - {{id: words, label: Words, historical: yes, reply: {{level: protest}}}}
      - {{id: law, label: A law, reply: {{level: backlash, lever: law}}}}
      - {{id: shut, label: Shut, reply: {{level: rupture, lever: restrict}}}}
  - decision: answer-{n}
    round: {n}
    by: mexico-city
    title: What do we answer?
    options:
      - {{id: real, label: In earnest, historical: yes, answer: real}}
      - {{id: token, label: In words, answer: token}}
  - {{id: leak-{n}, event: leak, round: {n}, odds: 1 in 3, text: A name is out., cite: ours}}
  - decision: then-{n}
    round: {n}
    by: washington
    title: And then?
    options:
      - {{id: settle, label: Settle, historical: yes, follow: settle}}
      - {{id: stand, label: Stand, follow: stand}}
  - {{id: trouble-{n}, event: trouble, round: {n}, cause: the press, if: {{{field}.capacity: at most 0}}}}
"""
NEVER = """
  - decision: last
    round: {n}
    by: mexico-city
    title: The last word?
    options:
      - {{id: never, label: Never, if: {{police.institution: at least 2, border.institution: at least 2}}, wait: yes}}
      - {{id: wait, label: Wait, historical: yes, wait: yes}}
"""
ASKED = "  - {{id: asked-{n}-{option}, event: trouble, round: {last}, cause: it, if: {{chosen: move-{n}.{option}}}}}\n"


def large(rounds: int = 6, asked: int = 3) -> str:
    """The text of a scenario of so many rounds, in which so many of the first options are asked about in the last."""
    made = [
        ROUND.format(n=n, field="police" if n % 2 else "border", gives=1 + n % 2).replace("\n\n", "\n")
        for n in range(1, rounds + 1)
    ]
    options = [(n, option) for n in range(1, rounds + 1) for option in ("joint", "sting")][:asked]
    kept = [ASKED.format(n=n, last=rounds + 1, option=option) for n, option in options]
    return HEAD + "".join(made) + NEVER.format(n=rounds + 1) + "".join(kept)
