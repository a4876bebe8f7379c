"""Small scenarios for both readings; between them they have every kind of move and of event in RULES.md 3."""

SECRETS = """
# a secret act and its discovery, telling and consent, an objection, a turn of each capital, a leak, a body
agreements:
  treaty: {binds: [agents-abroad]}
  unit: {body: yes}
start: {ledger: [treaty], fields: {police: {}}}
play:
  - decision: first-word
    round: 1
    by: washington
    options:
      - {id: hint, wait: yes}
      - {id: tell, tell: police}
      - {id: share, turn: police}
  - decision: what-was-said
    round: 1
    by: mexico-city
    options:
      - {id: nothing, wait: yes}
      - {id: objection, objection: police}
      - {id: consent, consent: police}
      - {id: own-law, turn: {police: 2}, cite: ours}
  - decision: the-work
    round: 1
    by: washington
    options:
      - {id: open, act: {field: police, soil: yes, does: [agents-abroad]}}
      - {id: secret, act: {field: police, soil: yes, face: yes, yields: 1, visibility: secret, does: [agents-abroad]}}
      - {id: quiet, act: {field: police, face: yes, visibility: quiet}}
      - {id: joint, offer: {field: police, talks: yes, gives: 1}}
  - decision: their-reply
    round: 1
    by: mexico-city
    options:
      - {id: pass, reply: {level: toleration}}
      - {id: protest, reply: {level: protest}}
      - {id: backlash, reply: {level: backlash, lever: restrict}}
      - {id: break, reply: {level: rupture, lever: withhold}}
  - decision: their-answer
    round: 1
    by: mexico-city
    options:
      - {id: real, answer: real}
      - {id: token, answer: token}
      - {id: refuse, answer: refuse}
  - {id: out, event: leak, round: 1, odds: 1 in 2}
  - {id: found, event: discovery, round: 2, of: the-work}
  - decision: after-it-came-out
    round: 2
    by: mexico-city
    options:
      - {id: protest, reply: {level: protest}}
      - {id: backlash, reply: {level: backlash, lever: law}}
  - decision: what-then
    round: 2
    by: washington
    options:
      - {id: goes, follow: someone-goes}
      - {id: settle, follow: settle}
      - {id: stand, follow: stand}
  - decision: a-unit
    round: 3
    by: mexico-city
    options:
      - {id: ask, offer: {field: police, talks: yes, builds: 2, gives: 2, signs: unit}}
      - {id: wait, wait: yes}
  - decision: their-unit
    round: 3
    by: washington
    options:
      - {id: real, answer: {level: real, gives: 1, shares: yes}}
      - {id: regret, answer: {level: real, drops_claim: yes, withdraws: yes}}
      - {id: refuse, answer: refuse}
  - {id: out-again, event: leak, round: 3, odds: 1 in 3}
"""

VERDICTS = """
# a verdict and its manners, a proposal, incidents, Congress, standing gone, two fields, pressure, develop, omission
agreements:
  memo: {binds: [verdict], ends: administration}
  desk: {field: border, body: yes}
start:
  frustration: 4
  standing: 1
  fields:
    verdict: {interest: 2, institution: 0}
    border: {capacity: 2}
play:
  - decision: judge
    round: 1
    by: washington
    options:
      - {id: verdict, act: {field: verdict, purpose: principled, rank: yes, face: yes, does: [verdict]}}
      - {id: threat, act: {field: verdict, purpose: principled, rank: yes, mooted: yes, warned: yes}}
      - {id: close, act: {field: border, harm: yes, yields: 1, does: [border-closing]}}
      - {id: wait, wait: yes}
  - decision: reply
    round: 1
    by: mexico-city
    options:
      - {id: comply, reply: {level: toleration, manner: compliance}}
      - {id: perform, reply: {level: protest, manner: performance}}
      - {id: protest, reply: {level: protest}}
      - {id: backlash, reply: {level: backlash, lever: law}}
  - {id: cables, event: incident, round: 1, marks: {field: verdict, face: yes}, if: {verdict.interest: at most 1}}
  - decision: cables-reply
    round: 1
    by: mexico-city
    options:
      - {id: protest, reply: {level: protest}}
      - {id: rupture, reply: {level: rupture}}
  - id: angry
    event: pressure
    round: 1
    change: -1
    audience: the press
    if: {any: [{standing: at most 1}, {grievance: border.harm}]}
  - {id: late, event: omission, round: 1, field: verdict, if: {not: {reception of judge: at least protest}}}
  - decision: memo
    round: 2
    by: washington
    options:
      - id: memo
        offer:
          {field: verdict, purpose: principled, talks: yes, builds: 1, drops_claim: yes, withdraws: yes, signs: memo}
      - {id: again, act: {field: verdict, purpose: principled, rank: yes, warned: yes}}
      - {id: desk, offer: {field: border, talks: yes, builds: 2, signs: desk}, if: {border.shut: no}}
      - {id: wait, wait: yes}
  - decision: memo-answer
    round: 2
    by: mexico-city
    options:
      - {id: real, answer: real}
      - {id: token, answer: token}
  - decision: last-reply
    round: 2
    by: mexico-city
    options:
      - {id: pass, reply: {level: toleration}}
      - {id: protest, reply: {level: protest}}
      - {id: backlash, reply: {level: backlash, lever: withhold}}
  - id: slow
    event: trouble
    round: 2
    cause: slow courts
    if: {frustration: at most 3, chosen: [memo.memo, memo.desk]}
  - decision: keep
    round: 3
    by: washington
    if: {entry: memo}
    options:
      - {id: keep, keeps: memo}
      - {id: let-go, wait: yes}
  - {id: change, event: administration, round: 3, side: washington, to: somebody}
  - {id: thaw, event: develop, round: 3, fields: {verdict: {institution: 1}, border: {interest: 2}}, cite: ours}
  - {id: chill, event: develop, round: 3, down: yes, fields: {verdict: {interest: 1}}, cite: ours}
  - decision: last-verdict
    round: 3
    by: washington
    options:
      - {id: verdict, act: {field: verdict, purpose: principled, rank: yes, warned: yes}}
      - {id: wait, wait: yes}
  - decision: last-word
    round: 3
    by: mexico-city
    options:
      - {id: protest, reply: {level: protest}}
      - {id: backlash, reply: {level: backlash, lever: restrict}}
"""

RUPTURES = """
# ruptures with other fields open, shut and sheltered by a body; law and lapsing entries; consent used and unused
agreements:
  no-abductions: {binds: [abduction]}
  army-desk: {field: military, body: yes}
  promise: {binds: [unannounced-operation], ends: administration}
  words: {}
start:
  ledger: [no-abductions, army-desk]
  fields: {police: {}, border: {institution: 0}, military: {}}
play:
  - {id: told-before, event: develop, round: 1, fields: {police: {coordination: 2}}, cite: ours}
  - decision: border-quarrel
    round: 1
    by: washington
    options:
      - {id: close, act: {field: border, harm: yes, face: yes}}
      - {id: tell, tell: police}
  - decision: border-reply
    round: 1
    by: mexico-city
    options:
      - {id: backlash, reply: {level: backlash, lever: withhold}}
      - {id: protest, reply: {level: protest}}
  - decision: border-follow
    round: 1
    by: washington
    options:
      - {id: drop, follow: drop}
      - {id: stand, follow: stand}
  - decision: agree
    round: 1
    by: mexico-city
    options:
      - {id: consent, consent: police}
      - {id: object, objection: police}
      - {id: wait, wait: yes}
  - decision: seize
    round: 2
    by: washington
    options:
      - {id: abduct, act: {field: police, soil: yes, yields: 1, does: [abduction]}}
      - {id: work, act: {field: police, soil: yes}}
  - decision: seize-reply
    round: 2
    by: mexico-city
    options:
      - {id: pass, reply: {level: toleration}}
      - {id: backlash, reply: {level: backlash, lever: law}}
      - {id: rupture, reply: {level: rupture, lever: law}}
  - decision: seize-follow
    round: 2
    by: washington
    options:
      - {id: settle, follow: settle}
      - {id: stand, follow: stand}
  - decision: elsewhere
    round: 2
    by: mexico-city
    options:
      - {id: army, offer: {field: military, talks: yes, gives: 1}}
      - {id: border, offer: {field: border, talks: yes, builds: 1, drops_claim: yes}}
      - {id: rule, offer: {field: police, purpose: principled, talks: yes, builds: 1, drops_claim: yes, signs: promise}}
  - {id: leak, event: leak, round: 2, odds: 1 in 4}
  - decision: mend
    round: 3
    by: washington
    options:
      - {id: promise, offer: {field: police, purpose: principled, talks: yes, drops_claim: yes, signs: promise}}
      - {id: words, offer: {field: police, purpose: principled, drops_claim: yes, recognises: no, signs: words}}
      - {id: more, act: {field: police, soil: yes, visibility: quiet}}
  - decision: mend-answer
    round: 3
    by: mexico-city
    options:
      - {id: real, answer: real}
      - {id: refuse, answer: refuse}
  - {id: change, event: administration, round: 4, side: mexico-city, to: somebody}
"""
