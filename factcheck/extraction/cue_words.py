"""Words that colour a statement: denial, hedge, superlative, comparative, cause. All in lower case."""

from factcheck.extraction.lexicon import phrases, words

DENIALS = phrases(
    """
    deny, denies, denied, denying, denial, denials, refute, refutes, refuted, reject, rejects, rejected, rejecting
    dismiss, dismisses, dismissed, dismissing, dispute, disputes, disputed, disputing, contradict, contradicts
    contradicted, disavow, disavowed, repudiate, repudiated, debunked, no evidence, no proof, no truth, no basis
    no indication, no sign, not true, untrue, false, fake, fake news, baseless, unfounded, groundless, fabricated
    fabrication, hoax, nonsense, without evidence, without foundation, never happened, did not happen, is a lie
    lies, a lie, categorically, nothing to do with, no such, no link, no connection, no involvement, no knowledge
    not involved, not responsible, not the case, not correct, incorrect, wrongly, falsely, pleaded not guilty
    """
)
HEDGES = phrases(
    """
    if confirmed, if true, allegedly, alleged, alleges, reportedly, apparently, supposedly, purportedly, purported
    could not be verified, could not be independently verified, could not immediately be verified
    could not be confirmed, not been verified, not been confirmed, unverified, unconfirmed
    could not independently verify, has not been able to verify, was unable to verify, unable to confirm
    believed to, is believed, are believed, was believed, were believed, thought to, said to be, said to have
    is said to, are said to, appears to, appear to, appeared to, seems to, seem to, seemed to, may, may have, might
    might have, could have, could be, possibly, possible, probably, perhaps, maybe, likely, unlikely, presumably
    suspected, expected to, rumoured, rumored, it is unclear, unclear, so-called, according to some, in theory
    to my knowledge, as far as is known, as far as we know, suggests that, suggest that, suggested that, in part
    """
)
SUPERLATIVES = words(
    """
    best worst most least largest biggest smallest highest lowest greatest longest shortest oldest youngest
    newest latest earliest fastest slowest strongest weakest richest poorest deadliest busiest closest furthest
    farthest heaviest hottest coldest wettest driest deepest widest finest hardest easiest cheapest safest
    happiest tallest brightest bloodiest costliest toughest rarest unprecedented record-breaking first-ever
    record unique unrivalled unrivaled unparalleled
    """
)
COMPARATIVES = words(
    """
    better worse less fewer larger bigger smaller higher lower greater longer shorter older younger newer
    faster slower stronger weaker richer poorer closer further farther heavier hotter colder wetter drier
    deeper wider harder easier cheaper safer happier taller brighter tougher rarer broader narrower sooner
    louder quieter warmer cooler cleaner deadlier busier likelier
    """
)
CAUSES = phrases(
    """
    because, because of, due to, owing to, thanks to, as a result, as a result of, as a consequence, caused
    caused by, causes, causing, led to, leads to, leading to, resulted in, results in, resulting in, resulting from
    result of, results from, resulted from, therefore, consequently, hence, thus, on account of, in response to
    triggered, triggered by, prompted, prompted by, brought about, blamed for, blamed on, stems from, stemmed from
    since, so that, thereby, attributable to, attributed to, on the grounds that, given that
    """
)
