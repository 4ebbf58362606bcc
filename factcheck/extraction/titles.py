"""Titles and posts that stand before or after a name. All in lower case."""

from factcheck.extraction.lexicon import words

TITLES = words(
    """
    mr mrs ms miss mx dr doctor prof professor sir dame lord lady baron baroness count countess duke duchess
    king queen prince princess emperor sultan emir sheikh pope cardinal archbishop bishop father sister
    reverend rev pastor rabbi imam ayatollah patriarch deacon monsignor president vice-president premier
    chancellor minister secretary undersecretary governor mayor senator congressman congresswoman
    representative lawmaker mp mep councillor councilor councilman councilwoman alderman commissioner
    ambassador envoy consul diplomat spokesman spokeswoman spokesperson spokespeople dictator leader ruler
    chief head director chairman chairwoman chairperson chair chairs ceo cfo coo cto founder co-founder
    cofounder owner boss executive manager administrator superintendent inspector constable detective
    sergeant corporal private captain major colonel general lieutenant commander admiral brigadier marshal
    commodore sheriff officer agent judge justice magistrate prosecutor attorney lawyer barrister solicitor
    counsel registrar coroner editor author co-author coauthor writer novelist poet playwright journalist
    reporter correspondent columnist anchor broadcaster presenter host photographer filmmaker producer actor
    actress singer musician composer conductor artist painter sculptor architect designer economist
    historian physicist chemist biologist astronomer epidemiologist virologist geologist sociologist
    psychologist anthropologist archaeologist climatologist ecologist mathematician engineer scientist
    researcher analyst expert academic scholar lecturer dean rector provost principal headteacher teacher
    curator librarian surgeon nurse paramedic coach trainer striker midfielder goalkeeper defender player
    champion winner activist campaigner organiser organizer dissident politician candidate nominee
    billionaire tycoon entrepreneur investor banker trader treasurer comptroller auditor ombudsman
    negotiator adviser advisor aide strategist technician astronaut cosmonaut pilot driver farmer clerk
    whistleblower veteran gen col lt sgt capt gov sen rep maj adm cmdr insp supt det
    """
)
MODIFIERS = words(
    """
    vice deputy acting interim former ex then-president senior junior assistant associate chief prime foreign
    defence defense interior finance justice health education environment energy agriculture transport
    home trade press general executive managing permanent lead co honorary emeritus retired late
    newly-appointed newly newly-elected outgoing incoming longtime veteran secretary attorney lieutenant
    major brigadier commanding first second medical scientific regional national federal state city county
    district mayoral presidential vice-chief deputy-head campaign opposition party police military army
    navy union project research company news
    """
)
"""May stand between a title's first word and its last."""
TITLE_PAIRS = words(
    "secretary-general prime-minister attorney-general major-general solicitor-general governor-general"
)
"""Two words that only together are the title; the second alone also ends one."""
