"""Words for numbers, and words around numbers. All in lower case."""

from factcheck.extraction.lexicon import phrases, words

CARDINALS = {
    word: value
    for value, word in enumerate(
        [
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
            *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
            "nineteen",
        ]
    )
} | {
    word: value * 10
    for value, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
            *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
            *("eighteenth", "nineteenth"),
        ],
        start=1,
    )
} | {
    word: value * 10
    for value, word in enumerate(
        (
            "twentieth",
            "thirtieth",
            "fortieth",
            "fiftieth",
            "sixtieth",
            "seventieth",
            "eightieth",
            "ninetieth",
        ),
        start=2,
    )
}
MAGNITUDES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "k": 1_000,
    "lakh": 100_000,
    "crore": 10_000_000,
}
SHARES = {"half": "0.5", "quarter": "0.25", "twice": "2", "thrice": "3", "double": "2", "triple": "3"}
OTHERS = words(
    "dozens scores hundreds thousands millions billions trillions halves quarters thirds fifths quarter half "
    "twice thrice double doubled tripled triple quadruple quadrupled halved hundredth thousandth millionth nil"
)
APPROXIMATIONS = phrases(
    """
    about, around, some, almost, nearly, over, under, more than, less than, fewer than, at least, at most
    up to, as many as, as much as, as few as, approximately, roughly, an estimated, close to, no more than
    no fewer than, no less than, not more than, well over, just over, just under, upwards of, in excess of
    """
)
UNITS = words(
    """
    km cm mm kg mg kt mph kph km/h ft lb lbs oz mw gw kw kwh mwh gwh gb mb tb ghz mhz hz sq
    """
)
