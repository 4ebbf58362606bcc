"""Everyday words that begin sentences with a capital letter and are no names. All in lower case."""

from factcheck.extraction.abbreviations import STARTERS
from factcheck.extraction.lexicon import words

COMMON = STARTERS | words(
    """
    able absolutely across actually additional additionally again against ago agreed ahead alone along already
    alternatively always among anybody anyway apart apparently arguably aren't aside asking away back based
    basically be been begin being below beside besides best better beyond big bigger briefly bring by
    calls can't certain certainly children clearly come coming companies consequently construction
    considering could couldn't critics data day days dear didn't different does doesn't doing don't done
    down due early eight eighteen either eleven else elsewhere enough especially ever every everybody
    evidence exactly except experts far families fewer fifteen fifty figures finally find first firstly five
    following for former forty four fourteen friends fully further generally get getting given go going good
    got government great greater guess hadn't half happy hardly hasn't haven't he'd he'll he's hello help
    hence herself himself hopefully hours hundreds i'd i'll i'm i've images importantly in indeed initially
    inside interestingly into isn't it'd it'll it's itself keep known large largely late lately later let
    let's like likewise little long look looking lots low made mainly make making man many maybe me means
    men might millions more much must myself near nearby neither never new news nine no nobody none nor
    normally notably note nothing notwithstanding obviously off official often ok okay old once ones
    onto opposite order others otherwise our ours out outside overall own owing part particularly
    past per perhaps photo photos photographs picture plans please plus possibly presumably previous previously
    prior prices probably protesters provided put quite rather really recent recently regarding remember report
    reportedly reports research researchers residents results right rumours same say saying schools scientists
    second secondly see seems seen seven shall she'd she'll she's short should shouldn't similar similarly
    sixteen six sixty small so-called sometime sometimes somewhere soon sources speaking specifically state
    statistics strangely students studies subsequently such suddenly supporters sure surely take taking tell ten
    thank thanks that's thereafter there's they'd they'll they're they've things thing think third thirdly
    thirteen thirty thousands three through throughout time together too total towards toward troops true
    try turning twelve twenty twice typically ultimately underneath unfortunately unlike unsurprisingly up upon
    used using usually various very via videos visitors volunteers voters wait want wasn't we'd we'll we're
    we've week weeks well went were weren't what's whatever whenever whereas wherever whether whichever whoever
    whole within without witnesses woman women won't workers would wouldn't year years yep yes you'd you'll
    you're you've young yours yourself announced authorities billions both customers dozens drivers
    election elections farmers fans fire footage funding information investigators journalists lawyers
    local members migrants money neighbours neighbors officers opponents organisers organizers parents passengers
    patients players prosecutors pupils rescue rescuers teachers traffic under victims villagers
    work analysts campaigners council documents doctors employees engineers firefighters homes
    """
)
NAME_LINKS = words("of de la le van von der den bin ibn al el da do dos del di du ter ten y e zu af av")
"""Small words inside names."""
COMPOUND_ENDS = words(
    """
    occupied led based backed born style wide owned run made held controlled appointed elected era like related
    language speaking educated funded trained supplied built dominated affiliated aligned sponsored friendly
    area style sized type inspired wing day year winning
    """
)
"""After a hyphen these are no part of the name: "Russian-occupied"."""
