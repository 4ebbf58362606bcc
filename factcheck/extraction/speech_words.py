"""Words by which a text lays something in somebody's mouth. All in lower case."""

from factcheck.extraction.lexicon import words

SAYING = words(
    """
    said says say told tells tell announced announces warned warns added adds stated states claimed claims argued
    argues insisted insists confirmed confirms denied denies explained explains noted notes
    commented comments wrote writes replied replies declared declares acknowledged acknowledges
    admitted admits alleged alleges asserted asserts testified testifies recalled recalls stressed stresses
    emphasised emphasized emphasises emphasizes reiterated reiterates concluded concludes remarked complained
    complains promised promises vowed vows pledged pledges cautioned cautions predicted predicts
    disclosed joked mused lamented quipped
    argue warn insist claim deny acknowledge admit allege assert stress complain predict caution declare explain
    threatened threatens
    tweeted tweets retorted protested reassured reassures assured assures reminded reminds informed informs
    retorts mocks shouted whispered exclaimed speculated boasted swore theorised theorized
    """
)
"""Verbs that report speech in any construction."""
TELLING = words("tell tells told reassured reassures assured assures reminded reminds informed informs")
"""Of these, those that name a listener first."""
STATING = words(
    """
    believe believes believed think thinks thought learn learns learned learnt find finds found show
    shows showed shown suggest suggests suggested indicate indicates indicated report reports reported estimate
    estimates estimated hope hopes hoped expect expects expected feel feels felt rule ruled agree agrees agreed
    decided heard hear realised realized understood reveal reveals revealed demonstrate demonstrates demonstrated
    propose proposed fear fears feared imply implies implied mention mentions mentioned recommend recommends
    recommended note signalled signaled hinted hints asked asks wondered posted published broadcast aired
    calculated proved proves proven discovered assumed assumes saw accepted accepts pointed reasoned reads
    conceded concedes observed observes maintained maintains continued repeated repeats contended contends rules
    worry worries worried doubt doubts doubted suspect suspects suspected guess guesses guessed figure figures figured
    remember remembers remembered know knows knew imagine imagines imagined judge judged assume
    posits posited surmised reckon reckons reckoned envision envisions envisioned wished insinuated theorizes
    answers continues counters responds asserted hoped decide decides insinuates
    answered countered responded cried advise advises advised write held recorded submitted expect conclude remark recall testify
    points
    """
)
"""Verbs that report only with a clause, a quotation or "that" after them (or a quotation before)."""
JUDGING = words(
    """
    calls called call describes described describe dismissed dismisses rejected rejects denied denies blamed blames
    accused accuses praised praises criticised criticized criticises criticizes condemned condemns branded labelled
    labeled dubbed blame accuse criticise criticize condemn denounce defended defends disputed disputes refuted refutes denounced denounces hailed hails slammed slams
    blasted urged urges demanded demands questioned questions cited cites likened compared characterised characterized welcomed
    """
)
"""Verbs that report with an object: "calls X a Y", "denied reports"."""
PLURAL = words(
    """
    blame accuse criticise criticize condemn denounce write conclude remark recall testify report claim argue warn
    insist deny acknowledge admit allege assert stress complain predict caution declare explain note estimate
    """
)
"""These say something only of more than one, or of "I" and "you": "residents blame", but not "the report"."""
MANNER = words(
    """
    whispers shouts muttered mutters murmured murmurs sighed sighs laughed laughs grinned grins smiled smiles shrugged
    shrugs chuckled chuckles snapped snaps yelled yells growled barked quips jokes muses exclaims ventured interjected
    shot fired read chant chants chanted blurted crowed deadpanned intoned scoffed sneered griped groused
    emailed texted retweeted interrupted marveled marvelled
    opined gushed enthused fumed thundered sniffed nodded recounted recounts began begins screamed screams pleaded
    """
)
"""Verbs that report only beside a quotation: “No,” he shrugs."""
ADDING = words(
    """
    adding saying claiming arguing insisting warning noting explaining stating stressing alleging dismissing
    describing calling denying rejecting suggesting asserting writing emphasising emphasizing declaring
    acknowledging admitting maintaining commenting announcing confirming accusing blaming branding labelling
    labeling concluding telling vowing promising reiterating predicting wondering tweeting joking testifying recalling
    lamenting complaining speculating hinting implying conceding contending responding replying boasting bragging
    showing indicating revealing chanting shouting yelling screaming reminding cautioning
    """
)
"""Participles that go on with the same speaker after a comma."""
PASSIVE = words(
    "reported said alleged claimed believed rumoured rumored estimated thought understood suspected told"
)
"""With a form of "be" before them, nobody is named as the source."""
BEING = words("is was are were be been being 's 're")
AUXILIARIES = words(
    "has have had also later then now previously recently repeatedly earlier once even still did since"
)
"""May stand between the speaker and the verb."""
HAVING = words("has have had")
BREAKS = words(
    """
    that which but because while when if where after before since although though whereas unless until than whether
    is was are were be been being has have had do does did will would can could should may might must so not
    """
)
"""A speaker does not reach back over these."""
ADVERBIAL = words(
    """
    in on at by for from with to of during after before while when if as since although though despite amid
    earlier later meanwhile however but and yet still then now today yesterday also instead speaking asked responding
    writing citing following until under over about among between through without within last this next once
    according because so nevertheless nonetheless moreover furthermore additionally finally initially separately
    monday tuesday wednesday thursday friday saturday sunday
    """
)
"""A stretch between commas that begins so is no speaker."""
PREPOSITIONS = words(
    "in on at by for from with to of during after before amid about as over via through following when while late early"
)
PRONOUNS = words("he she they it we i you who")
DETERMINERS = words(
    "the a an his her its their our my this these those some many most several both all other another one two"
)
NO_SPEAKER = words(
    """
    photo photos image images video picture graphic map source sources update updated correction note editor's
    editors related watch read more see also topics tags caption credit live analysis opinion explainer exclusive
    breaking review interview podcast factbox timeline answer question q a example report reports
    """
)
"""Before a colon these are labels, not speakers."""
EVIDENCE = words(
    """
    study studies survey surveys poll polls research data figures statistics estimates estimate results result analysis
    findings report reports records documents document review audit investigation inquiry census forecast forecasts
    projections models tests test evidence emails filings minutes files papers memo footage transcript
    transcripts indictment lawsuit complaint affidavit email recording recordings
    """
)
"""Nouns that speak without a mouth: what they show is theirs, with or without a clause."""
BODIES = words(
    """
    court courts judge judges jury tribunal panel commission committee council government ministry police watchdog
    scientists researchers experts analysts officials investigators prosecutors lawyers economists doctors authors
    regulator regulators agency union party board spokesman spokeswoman spokesperson
    """
)
"""Nouns of those who rule, find and report."""
SHOWING = words(
    "show shows showed shown suggest suggests suggested indicate indicates indicated reveal reveals revealed find finds found estimate estimates demonstrate demonstrates confirm confirms predict predicts"
)
"""What evidence does."""
FINITE = words(
    """
    is are was were has have had will would can could may might must should does do did isn't aren't wasn't weren't
    won't wouldn't hasn't haven't hadn't doesn't don't didn't can't couldn't drove fell rose went came grew became took
    gave began knew saw fled ate spoke chose wore forgot shrank sank
    """
)
"""Words that only the verb of a clause can be."""
NO_CLAUSE = words(
    "that which who whom whose where when and or but as after before because while if although since until than"
)
"""Before the verb of a clause these begin another one."""
FEELING = words(
    "concerned worried afraid confident convinced sure certain adamant hopeful optimistic pessimistic doubtful aware sceptical skeptical"
)
"""After a form of "be", and before a clause, these say what somebody thinks."""
OPINIONS = words(
    """
    conclusion belief hope hopes fear fears view opinion claim claims allegation allegations impression sensation
    suspicion suspicions concern concerns assertion assurance assurances statement accusation accusations warning
    argument contention insistence prediction suggestion promise pledge doubts confidence announcement
    """
)
"""Nouns that report, with "that" after them and somebody before them."""
VOICING = words(
    """
    expressing voicing raising raises casting cast making issuing express expresses expressed expressing voice voices voiced came come reached reaches reach has have had raised made
    makes repeated shared shares issued gave gives rejected denied dismissed holds held drew published
    """
)
"""Verbs that take such a noun."""
PROMISING = words(
    "vow vowed vows pledge pledged pledges promised promises threatened threatens swore claim claimed claims"
)
"""Verbs that report with an infinitive: "vowed to rebuild"."""
ABOUT = {
    "warn": words("of about against"),
    "warned": words("of about against"),
    "warns": words("of about against"),
    "complained": words("of about"),
    "complains": words("of about"),
    "boasted": words("of about"),
    "called": words("for on"),
    "calls": words("for on"),
    "call": words("for on"),
}
"""Verbs that report with a preposition: "warned of floods"."""
