"""Complete, commented example briefs, one of each kind. The people in them are fictional."""

from coach.domain.vocabulary import Kind

_OUTREACH = """\
# A first message. Only `kind`, a recipient and a topic (or a question) are required.
kind: outreach
purpose: first-contact        # what the message is for; see `coach schema outreach` for all
channel: email                # email, linkedin-note (300 characters), linkedin-message, chat
relationship: mentor          # who they are to you: mentor, coach, sponsor, peer
style: mentor                 # how this program works with you: mentor advises, coach only asks
tone: warm                    # warm, neutral, formal

sender:
  name: Priya Nair
  role: data analyst
  organisation: Northfield Hospital
  facts:                      # what this reader might want to know of you; phrases will do
    - 3 years in reporting

recipient:
  name: Dr. Elena Ruiz        # as they write it themselves
  role: director of analytics
  organisation: Harbor Health

# How you know of them, in your own words.
connection: heard her talk at the 2026 Health Data Summit on moving from reporting to forecasting
# Why them, and not somebody else with the same title.
why_them: she moved from clinical reporting to leading forecasting

topic: choosing between a management and a technical track
questions:
  - What made you choose management over staying technical?

ask:
  kind: video                 # video, call, coffee, reply
  minutes: 20
  when: Tuesday or Thursday after 4 pm

# Never written into a message.
private_notes:
  - my manager does not know that I am looking around
"""

_AGENDA = """\
# A meeting. Give whatever you have; a recipient and a topic are enough.
kind: agenda
relationship: mentor          # mentor, coach, sponsor, peer
style: mentor                 # mentor advises, coach only asks
sender: Priya Nair
recipient: Dr. Elena Ruiz
topic: choosing between a management and a technical track
questions:
  - What made you choose management over staying technical?
  - Which part of your week would you give back?

meeting:
  number: 2                   # 1 adds how you want to work together
  date: 2026-12-03 16:00      # with a time of day, `coach draft --format ics` makes a calendar entry
  minutes: 45
  format: video

goals:
  - decide which track to try first
open_actions:                 # what you said you would do
  - draft a one-page case for the forecasting pilot
last_advice:                  # what they said last time
  - shadow a team lead for a week
updates:
  - shadowed Tom for two days
worries:
  - the lead role may be filled before I decide
"""

_REFLECTION = """\
# Thinking back over a meeting. Your own words, as rough as they are.
kind: reflection
relationship: mentor          # mentor, coach, sponsor, peer
style: coach                  # mentor adds a little advice, coach only asks
sender: Priya Nair
recipient: Dr. Elena Ruiz
topic: choosing between a management and a technical track
meeting:
  number: 2
  date: 2026-12-03

notes:
  - She said I undersell my results
  - We ran out of time before my second question
advice_received:
  - write down three results with numbers before the review
commitments:
  - send her the one-page case by Friday
feelings:
  - embarrassed when I could not name a result
"""

EXAMPLE_DRAFT = """\
Subject: Quick question

Dear Dr. Ruis,

I hope this email finds you well. I'm just a data analyst at Northfield Hospital, with 3 years in \
reporting. I heard your talk at the 2026 Health Data Summit on moving from reporting to \
forecasting, and I keep coming back to it.

What made you choose management over staying technical?

I would love to pick your brain about this. Could we have a call sometime?

Priya
"""
"""A draft by the sender of the outreach brief, with faults to mend; to try a review with."""

_EXAMPLES = {Kind.OUTREACH: _OUTREACH, Kind.AGENDA: _AGENDA, Kind.REFLECTION: _REFLECTION}


def example(kind: Kind) -> str:
    """A complete brief of this kind as commented YAML, ready to be edited."""
    return _EXAMPLES[kind]
