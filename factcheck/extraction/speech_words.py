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
    shouted whispered exclaimed speculated boasted swore theorised theorized
    """
)
"""Verbs that report speech in any construction."""
TELLING = words("tell tells told")
"""Of these, those that name a listener first."""
STATING = words(
    """
    believe believes believed think thinks thought learn learns learned learnt find finds found show
    shows showed shown suggest suggests suggested indicate indicates indicated report reports reported estimate
    estimates estimated hope hopes hoped expect expects expected feel feels felt rule ruled agree agrees agreed
    decided heard hear realised realized understood reveal reveals revealed demonstrate demonstrates demonstrated
    propose proposed fear fears feared imply implies implied mention mentions mentioned recommend recommends
    recommended note signalled signaled hinted hints asked asks wondered posted tweeted published broadcast aired
    calculated proved proves proven discovered assumed assumes saw accepted accepts pointed reasoned reads
    conceded concedes observed observes maintained maintains continued repeated repeats contended contends tweets
    answered countered responded cried
    """
)
"""Verbs that report only with a clause, a quotation or "that" after them (or a quotation before)."""
JUDGING = words(
    """
    calls called call describes described describe dismissed dismisses rejected rejects denied denies blamed blames
    accused accuses praised praises criticised criticized criticises criticizes condemned condemns branded labelled
    labeled dubbed defended defends disputed disputes refuted refutes denounced denounces hailed hails slammed slams
    blasted questioned questions cited cites likened compared characterised characterized welcomed
    """
)
"""Verbs that report with an object: "calls X a Y", "denied reports"."""
ADDING = words(
    """
    adding saying claiming arguing insisting warning noting explaining stating stressing alleging dismissing
    describing calling denying rejecting suggesting asserting writing emphasising emphasizing declaring
    acknowledging admitting maintaining commenting announcing confirming accusing blaming branding labelling
    labeling concluding telling vowing promising reiterating
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
