"""Words that carry a full stop without ending a sentence, and words that start one. All in lower case."""

from factcheck.extraction.lexicon import words

BEFORE_NAMES = words(
    """
    mr mrs ms mx dr prof gen sen rep gov lt col sgt capt cpt cmdr cdr adm maj cpl pvt rev hon pres st mt
    ft messrs mme mlle fr amb supt det insp atty brig revd sra rt dep asst vice-adm lt-gen maj-gen
    """
)
"""Titles and the like: a name follows, so the full stop never ends a sentence."""

BEFORE_NUMBERS = words(
    """
    no nos n° nº p pp fig figs art arts sec secs ch chap vol vols para paras pt op ca c ed eds tel ext
    jan feb mar apr jun jul aug sep sept oct nov dec approx est
    """
)
"""A number follows when the full stop does not end the sentence."""

NEVER_LAST = words("vs v viz e.g i.e eg ie cf incl excl resp")
"""Something always follows in the same sentence."""

LEGAL_CAPITALS = words("Fed Civ Crim Cir Ct Supp App Stat Const Dist Proc Evid Cong Sess Rul Reg Cl Hon")
"""With a capital letter these are parts of a citation or an address, which goes on."""

MAY_END = words(
    """
    inc corp co cos ltd llc plc jr sr etc al bros dept univ assn ave blvd rd hrs hr min sq ph.d dip esq
    ibid u.s u.k u.n e.u d.c a.m p.m am pm b.c a.d mass calif conn fla ga ill ind kan ky la mich minn
    miss mo mont neb nev okla ore penn tenn tex va vt wash wis wyo ont que alta colo ariz ala ark del
    """
)
"""May end a sentence or not: the next word decides."""

STARTERS = words(
    """
    the a an he she it they we you i this that these those there here his her its their our my your how
    what when where why who whom whose which if in on at but and or so as after before while since for
    from with by to of until unless did do does is was are were has have had will would can could should
    may might must not no yes however meanwhile although though because during under over above among
    between despite according some many most several each all both also then now today yesterday tomorrow
    earlier later last next one two three another other such still yet even just only nearly almost about
    around more less few instead moreover furthermore nevertheless nonetheless therefore thus asked
    officials police people nobody everyone someone anyone nothing everything something
    """
)
"""Words that begin a new sentence when they follow an abbreviation with a capital letter."""

SPEECH_TAGS = words(
    """
    said says asked asks replied replies added adds shouted cried answered wondered exclaimed demanded
    continued joked quipped wrote recalled
    """
)
"""After a quotation that ends in a question or exclamation mark, these keep the sentence going."""
