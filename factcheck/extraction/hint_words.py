"""Words that the hints compare by: what says nothing, what says the same, what is an event. All in lower case."""

from factcheck.extraction.lexicon import words

EMPTY = words(
    """
    a an the and or but nor so yet if as at by for from in into of off on onto out over per than that then there
    these this those to toward towards under until up upon via with within without about above across after again
    against all also although am among an any are around be became because become been before began being below
    between both can could did do does doing done down during each either else even ever every few further get
    gets got had has have having he her here hers him himself his how however i is it its itself just like made
    make makes many may me might more most much must my near neither no none not now off often once one only
    other others our ours own rather same she should since some still such take taken their theirs them
    themselves they though through thus too us very was we well were what when where whether which while who whom
    whose why will would you your yours mr mrs ms dr said says say told tells tell added adds adding according
    stated states saying announced asked called calls denied denies deny evidence later earlier currently already
    meanwhile yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday recently n't t s
    re ve ll d m photo image reports report reported dismissed rejected
    """
)
"""Words that two statements may share without having anything to do with each other."""
SAME = {
    word: cluster.split()[0]
    for cluster in (
        "troops troop soldiers soldier personnel servicemen fighters combatants",
        "killed killing died dead deaths death fatalities fatally slain",
        "injured injuries hurt wounded wounds casualties",
        "children child kids pupils schoolchildren",
        "police constables",
        "jobs job posts layoffs redundancies",
        "people persons residents inhabitants",
        "homes home houses house dwellings",
        "dollars dollar usd",
        "euros euro eur",
        "pounds pound gbp",
        "attacked attack attacks assault strike strikes",
        "protesters protester demonstrators marchers",
        "paid payment payments pay pays",
        "workers worker employees employee staff",
        "cars car vehicles vehicle",
        "firm company companies firms business",
        "signed agreement accord pact treaty deal",
    )
    for word in cluster.split()
}
"""Words of one meaning, each with the one that stands for all of them."""
EVENTS = words(
    """
    attack crash fire blast explosion meeting met summit conference concert trial hearing arrest arrested born
    died killed shot shooting match game race march protest rally vote election ceremony funeral wedding
    accident collision robbery theft murder launch landed landing opened built founded signed held trained
    training exercise sank sinking hit drowned found seen buried released held discovered flood quake earthquake
    """
)
"""Words of what happens at a place and a time."""
COMPASS = words(
    "northern southern eastern western central north south east west north-east north-west south-east south-west "
    "northeastern northwestern southeastern southwestern upper lower inner outer greater nearby downtown the"
)
"""May stand between "in" and the name of a place."""
FATES = words(
    "killed injured missing arrested detained evacuated rescued displaced freed released charged convicted sick ill "
    "infected tested vaccinated homeless unemployed hired born absent enrolled sold built destroyed damaged signed wounded hurt dead died made bought lost won"
)
"""What befell those who were counted: other fates are other counts."""
PLURALS = words("people men women children police staff personnel cattle sheep mice geese teeth feet")
"""Plurals without an s."""
NOT_PLURAL = words("was is has as its this us yes less across plus perhaps always towards sometimes besides")
COUNT_ENDS = words(
    """
    of in on at to for from by with and or but who which that than as is are was were be been had have has will would
    could may might can did do does during after before while when where if per since about into against between over
    under near inside outside around amid among currently now later more less
    """
)
"""After these the thing counted is complete."""
NO_EVIDENCE = words("evidence proof indication sign indications signs")
NEGATIONS = words(
    "not never no n't cannot didn't wasn't weren't isn't hasn't haven't won't wouldn't don't doesn't nobody none"
)
DISTINCT = (
    words("austria australia"),
    words("slovakia slovenia"),
    words("niger nigeria"),
    words("iran iraq"),
    words("mali malawi"),
    words("gambia zambia"),
    words("dominica dominican"),
    words("guinea guyana"),
    words("paraguay uruguay"),
    words("latvia lithuania"),
    words("maria marie"),
    words("daniel daniela"),
    words("daniel danielle"),
    words("martin martina"),
    words("michael michaela"),
    words("christian christina"),
    words("robert roberto"),
    words("alexander alexandra"),
    words("francis frances"),
    words("carolina caroline"),
    words("northern southern"),
    words("eastern western"),
)
"""Names that look alike and are two."""
MORE_OF_IT = words("another further additional other others more extra remaining")
"""Beside a number these say that it comes on top of another one."""
PERIODS = words(
    "seconds minutes hours days nights weeks weekends months years decades centuries times percent points"
)
"""Units of time, which count many things."""
ONCE = words("born bear die kill foun found bur build")
"""Stems of what happens once to the same person or thing."""
ANYBODY = words("people person man men woman women child boy girl victim resident peopl")
"""Stems of those whom any event may befall."""
