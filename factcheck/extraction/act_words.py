"""Verbs and nouns by which somebody takes a side, wants something or talks about it. All in lower case."""

from collections.abc import Iterable

from factcheck.extraction.lexicon import words

_SILENT = frozenset("aeiou")


def _forms(verb: str) -> tuple[str, str, str, str]:
    """A regular verb in its four forms; "+" after it doubles its last letter ("slam+": "slammed")."""
    bare = verb.rstrip("+")
    stem = bare + bare[-1] if verb.endswith("+") else bare
    if bare.endswith("e"):
        return bare, bare + "s", bare + "d", bare[:-1] + "ing"
    if bare.endswith("y") and bare[-2] not in _SILENT:
        return bare, bare[:-1] + "ies", bare[:-1] + "ied", bare + "ing"
    third = bare + ("es" if bare.endswith(("s", "sh", "ch", "x")) else "s")
    return bare, third, stem + "ed", stem + "ing"


def _all_forms(verbs: Iterable[str]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in _forms(verb))


TAKING = _all_forms(
    words(
        """
        accuse applaud assail back blast berate belittle blame castigate challenge champion chastise chide
        commend condemn cite congratulate credit criticize criticise decry defend denigrate denounce deplore deride
        disavow discuss dismiss dispute disparage echo emphasize endorse excoriate explain extol
        fault favor favour hail hammer highlight honor invoke knock lambaste lament laud lampoon lecture like+ mention
        mock oppose outline pan+ portray praise prefer+ propose protest question quote rap+ rebuke rebut+
        reference reject reiterate relish renounce repudiate ridicule rip+ salute scold skewer slam+ slap+
        thank insult exhort admonish advise suggest summarize support tease tout trumpet trash underline underscore urge vilify voice welcome
        warn characterize caricature describe compare liken label depict recommend second
        applaud advocate
        """
    )
) - words("like likes liked likeing explain")
"""With an object these tell what somebody says or thinks of it: "mocked the plan"."""
WISHING = _all_forms(words("refuse decline vow pledge promise threaten offer propose")) | words(
    "seek seeks sought seeking swear swore swears"
)
"""With "to" these tell what somebody wants or does not want."""
TOPICS = {
    form: prepositions
    for verbs, prepositions in (
        ("talk complain brag+ boast joke worry rant muse fret", words("about of")),
        ("refer+ allude object appeal", words("to")),
        ("comment elaborate expound remark reflect dwell", words("on")),
        (
            "press advocate lobby argue plead campaign push vouch yearn root call",
            words("for"),
        ),
        ("rail argue campaign protest lobby crusade lash push", words("against")),
        ("side agree disagree", words("with")),
        ("warn dream speak", words("of about against")),
        ("call insist", words("for on")),
        ("inquire wonder", words("about into")),
        ("testify", words("about against")),
    )
    for verb in verbs.split()
    for form in _forms(verb)
} | {
    **dict.fromkeys(words("spoke speaks speak speaking"), words("about of against")),
    **dict.fromkeys(words("called call calls calling"), words("for on")),
    **dict.fromkeys(words("argued argue argues arguing"), words("for against")),
    **dict.fromkeys(words("stood stands stand"), words("by")),
    **dict.fromkeys(words("pushed push pushes pushing"), words("for")),
    **dict.fromkeys(words("lied lies lie lying"), words("about")),
    **dict.fromkeys(words("asked asks ask asking"), words("about")),
}
"""With a preposition these tell what somebody talks about or stands for."""
PHRASES = {
    "took": (("aim", "at"), ("issue", "with"), ("credit", "for"), ("shots", "at"), ("exception", "to")),
    "takes": (("aim", "at"), ("issue", "with"), ("credit", "for"), ("shots", "at"), ("exception", "to")),
    "take": (("aim", "at"), ("issue", "with"), ("credit", "for")),
    "taking": (("aim", "at"), ("issue", "with"), ("credit", "for")),
    "lashed": (("out", "at"), ("out", "against")),
    "lashes": (("out", "at"),),
    **dict.fromkeys(words("point points pointed pointing"), (("out", "that"),)),
    "made": (
        ("clear",),
        ("it", "clear"),
        ("no", "mention", "of"),
        ("the", "case", "for"),
        ("a", "case", "for"),
    ),
    "makes": (("clear",), ("it", "clear"), ("no", "mention", "of"), ("the", "case", "for")),
    "laid": (("out",),),
    "lays": (("out",),),
    "put": (("forth",), ("forward",)),
    "spelled": (("out",),),
    "ruled": (("out",),),
    "called": (("out",),),
    "fired": (("back", "at"),),
    "hit": (("back", "at"), ("out", "at")),
    "hits": (("back", "at"), ("out", "at")),
    "pushed": (("back", "against"), ("back", "on")),
    "spoke": (("out", "against"), ("out", "about")),
    "came": (("out", "against"), ("out", "for"), ("out", "in", "favor", "of")),
    "went": (("after",),),
    "goes": (("after",),),
    "played": (("down",), ("up",)),
    "plays": (("down",), ("up",)),
    "brushed": (("off",), ("aside",)),
    "shrugged": (("off",),),
    "vouched": (("for",),),
    "threw": (("his", "support", "behind"), ("her", "support", "behind"), ("their", "support", "behind")),
}
"""Verbs of several words that do the same."""
NOUNS_TO = words(
    """
    promise promises pledge pledges vow vows threat threats offer offers plan plans proposal proposals call calls
    demand demands refusal intention
    """
)
"""Nouns that tell with "to" what their owner wants."""
NOUNS_ABOUT = {
    **dict.fromkeys(words("call calls demand demands support hope hopes plan plans"), words("for")),
    **dict.fromkeys(
        words(
            """
            claim claims allegation allegations accusation accusations fear fears criticism praise warning warnings
            description hope hopes vision condemnation characterization rejection
            """
        ),
        words("of"),
    ),
    **dict.fromkeys(words("attacks assault"), words("on")),
    **dict.fromkeys(
        words(
            "concern concerns worries question questions complaints statement statements claims doubts alarm skepticism"
        ),
        words("about over regarding"),
    ),
    **dict.fromkeys(words("opposition objection objections"), words("to")),
    **dict.fromkeys(words("frustration solidarity disappointment anger"), words("with at over")),
}
"""Nouns that tell with a preposition what their owner talks about."""
SEEING = words(
    "see sees saw seen view views viewed regard regards regarded consider considers considered cast casts"
)
"""With an object and "as" these tell what somebody takes it for."""
ASKING = words("ask asks asked asking")
"""With an object, and "to" or a question, these tell what somebody wants of it."""
ACTS = SEEING | ASKING | TAKING | WISHING | TOPICS.keys() | PHRASES.keys()
NOUNS = NOUNS_TO | NOUNS_ABOUT.keys()
ALSO_NOUNS = words(
    """
    attack attacks back backs blast blame credit question questions support supports protest protests praise
    favor favour plan plans hope hopes offer offers promise promises pledge pledges aim aims desire desires wish wishes
    welcome label labels mention mentions honor honors fault faults challenge challenges champion champions quote quotes
    voice voices second seconds pan pans rap raps rip rips echo echoes highlight highlights lecture lectures hammer
    hammers call calls comment comments joke jokes talk talks worry worries push press side sides point points
    reference references salute salutes outline outlines rebuke rebukes knock knocks root roots lies lie appeal appeals
    advocate advocates object objects campaign campaigns dream dreams slap slaps trash tease vow vows
    """
)
"""Of these, those that are nouns as well."""
