"""The words of the furniture around an article on a web page. All in lower case."""

from factcheck.extraction.lexicon import phrases, words

ACTIONS = words(
    """
    share print pdf tweet email e-mail mail facebook twitter whatsapp telegram linkedin reddit pinterest
    messenger bluesky threads mastodon pocket flipboard copy link save bookmark comment comments
    subscribe login signin signup register menu search close skip newsletter newsletters advertisement
    advertising ad ads sponsored donate follow rss toggle navigation download listen like embed x
    """
)
"""Buttons: a line of nothing else is furniture wherever it stands."""

SECTIONS = words(
    """
    home news politics world europe africa asia america americas us uk opinion comment business economy
    economics money markets finance sport sports culture arts lifestyle life style science health tech
    technology environment climate travel education society media video videos photos pictures podcast
    podcasts audio live latest more trending popular features investigations investigation analysis
    interview interviews explainer explainers topics regions region local national international
    international breaking weather jobs shop games books film films music food entertainment fashion cars
    property obituaries editorial editorials columns blogs multimedia about contact help faq archive
    stories story views magazine newspaper edition editions account profile english section sections city
    crime courts court community events and & the of
    """
)
"""Names of sections: furniture before the headline, or glued together as in a copied menu."""

BUTTONS = phrases(
    """
    sign in, log in, sign up, sign out, my account, read more, see more, show more, load more, view all
    see all, share this, share this article, share this story, share on, share via, copy link
    print this, email this, skip to content, skip to main content, back to top, go to top, about us
    contact us, most read, most popular, most viewed, latest news, breaking news, top stories
    related articles, related stories, related topics, more on this story, you may also like
    recommended, recommended for you, sponsored content, paid content, cookie settings, support us
    become a member, leave a comment, post a comment, follow us, more stories, more news, next article
    previous article, open menu, close menu, main menu, listen to this article, listen to article
    add to favourites, add to favorites, privacy settings, on this page, in this article
    table of contents, view comments, tags, all rights reserved, story continues below
    article continues below, article continues after advertisement, story continues below advertisement
    continue reading, continue reading the main story
    """
)
"""Whole lines that are buttons or labels of the page."""

LEGAL = phrases(
    """
    terms of use, terms of service, terms and conditions, terms & conditions, privacy policy
    privacy notice, privacy, cookie policy, cookies policy, cookies, cookie preferences
    all rights reserved, imprint, impressum, legal notice, disclaimer, accessibility
    accessibility statement, do not sell my personal information, contact us, about us, code of ethics
    corrections policy, advertise, advertise with us, terms, sitemap, site map
    """
)
"""Sentences of a footer. One of these, whole, makes a run of short scraps a footer."""

TAIL_LABELS = phrases(
    """
    related articles, related stories, related topics, most read, most popular, most viewed
    more on this story, you may also like, recommended for you, recommended, more stories, more news
    top stories, latest news
    """
)
"""From such a label to the end, lines that are no sentences are furniture."""

PHOTO_VERBS = words(
    """
    walk walks stand stands sit sits hold holds speak speaks look looks carry carries attend attends arrive arrives
    pose poses wave waves watch watches gesture gestures smile smiles ride rides run runs pass passes gather gathers
    march marches protest protests rest rests lie lies wait waits hug hugs embrace embraces play plays inspect
    inspects participate participates address addresses greet greets lay lays queue queues light lights pray prays
    board boards cross crosses drive drives load loads unload unloads search searches shake shakes perform performs
    celebrate celebrates react reacts mourn mourns train trains salute salutes chat chats review reviews sweep sweeps
    clean cleans repair repairs operate operates dance dances sing sings sleep sleeps leave leaves enter enters
    break breaks rise rises burn burns float floats fly flies swim swims seen pictured photographed
    """
)
"""What people and things do on a picture, in the present tense."""

AGENCIES = words(
    """
    reuters ap afp getty epa epa-efe shutterstock pa alamy bloomberg tass xinhua dpa efe ansa anadolu sipa zuma
    sputnik magnum panos upi nurphoto abaca keystone belga ritzau ukrinform kcna images istock unsplash flickr
    """
)
"""Who sends pictures to newsrooms."""
