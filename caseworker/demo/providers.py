"""Made-up physicians, therapists, hospitals, spas and shops, in three regions and abroad."""

from __future__ import annotations

from typing import NamedTuple

from caseworker.demo.names import names
from caseworker.services.people.forms import ProviderForm

REGIONS = ("it", "de", "fr")


class Trade(NamedTuple):
    """A kind of provider: what it is called in each region; `methods` are dealt out in turn, () to none."""

    kind: str
    called: tuple[str, str, str]
    methods: tuple[tuple[str, ...], ...] = ((),)
    contracted: tuple[bool, ...] = (False,)
    houses: int = 4


_HOUSES = {
    "it": (
        "al Lido", "Belvedere", "La Quercia", "San Rocco", "ai Tigli", "al Ponte", "Le Betulle", "Montalto",
    ),
    "de": (
        "Lindenhof", "Seeblick", "Rosengarten", "am Rebberg", "Sonnmatt", "Mühlebach", "Brühlhof", "Grünegg",
    ),
    "fr": (
        "des Tilleuls", "Beau-Séjour", "de la Fontaine", "Les Érables", "du Château", "des Prés",
        "La Clairière", "du Mûrier",
    ),
}  # fmt: skip

TRADES: dict[str, Trade] = {
    "physician": Trade("physician", ("Studio medico", "Arztpraxis", "Cabinet médical"), houses=6),
    "dermatologist": Trade(
        "physician", ("Dermatologia", "Hautarztpraxis", "Cabinet de dermatologie"), houses=2
    ),
    "gynaecologist": Trade(
        "physician", ("Ginecologia", "Frauenarztpraxis", "Cabinet de gynécologie"), houses=3
    ),
    "eye surgeon": Trade(
        "physician", ("Centro oculistico", "Augenklinik", "Centre ophtalmologique"), houses=2
    ),
    "surgeon": Trade("physician", ("Chirurgia", "Chirurgie", "Cabinet de chirurgie"), houses=2),
    "fertility": Trade(
        "physician", ("Centro fertilità", "Kinderwunschzentrum", "Centre de fertilité"), houses=1
    ),
    "therapist": Trade(
        "therapist",
        ("Studio di terapie", "Naturheilpraxis", "Cabinet de thérapies"),
        methods=(
            ("osteopathy",),
            ("acupuncture", "traditional Chinese medicine"),
            ("classical homeopathy",),
            ("medical massage", "reflexology"),
            ("shiatsu",),
            ("kinesiology",),
            ("craniosacral therapy", "naturopathy"),
            (),
        ),
        houses=8,
    ),
    "psychotherapist": Trade(
        "therapist",
        ("Psicoterapia", "Psychotherapie", "Psychothérapie"),
        methods=(("psychotherapy",), ("psychotherapy",), ()),
        houses=3,
    ),
    "nutritionist": Trade(
        "therapist",
        ("Consulenza nutrizionale", "Ernährungsberatung", "Conseil en nutrition"),
        methods=(("nutrition advice",), ()),
        houses=2,
    ),
    "midwife": Trade(
        "therapist", ("Levatrici", "Hebammenpraxis", "Sages-femmes"), (("midwifery",),), houses=2
    ),
    "infant course": Trade(
        "therapist", ("Primi passi", "Kursraum Zwergli", "Les P’tits Loups"), (("infant massage",),), houses=1
    ),
    "pharmacy": Trade("pharmacy", ("Farmacia", "Apotheke", "Pharmacie"), houses=6),
    "optician": Trade("other", ("Ottica", "Optik", "Optique"), houses=4),
    "orthopaedist": Trade("other", ("Ortopedia", "Orthopädie-Technik", "Orthopédie"), houses=3),
    "hearing": Trade("other", ("Centro acustico", "Hörzentrum", "Centre acoustique"), houses=2),
    "rental": Trade("other", ("Ausili", "Hilfsmittel", "Moyens auxiliaires"), houses=1),
    "fitness": Trade("other", ("Palestra", "Fitness", "Fitness"), houses=4),
    "course": Trade("other", ("Scuola di benessere", "Kursschule", "École du mieux-être"), houses=2),
    "back school": Trade(
        "therapist",
        ("Scuola della schiena", "Rückenschule", "École du dos"),
        (("back school",), ()),
        houses=2,
    ),
    "hospital": Trade(
        "hospital", ("Ospedale", "Spital", "Hôpital"), contracted=(True, True, False), houses=4
    ),
    "psychiatry": Trade(
        "hospital",
        ("Clinica psichiatrica", "Psychiatrische Klinik", "Clinique psychiatrique"),
        contracted=(True, False),
        houses=2,
    ),
    "birth house": Trade(
        "hospital", ("Casa nascita", "Geburtshaus", "Maison de naissance"), contracted=(True,), houses=1
    ),
    "spa": Trade("spa", ("Terme", "Heilbad", "Bains"), contracted=(True, True, False), houses=3),
    "convalescence": Trade(
        "spa", ("Casa di convalescenza", "Kurhaus", "Maison de convalescence"), contracted=(True,), houses=2
    ),
    "ambulance": Trade(
        "transport", ("Servizio ambulanza", "Rettungsdienst", "Service d’ambulance"), houses=2
    ),
    "air rescue": Trade("transport", ("Elisoccorso", "Luftrettung", "Secours aériens"), houses=1),
    "taxi": Trade("transport", ("Taxi", "Taxi", "Taxi"), houses=2),
    "home care": Trade("home_care", ("Cure a domicilio", "Hauspflege", "Aide à domicile"), houses=3),
    "childcare": Trade("home_care", ("Custodia bambini", "Kinderhüeti", "Garde d’enfants"), houses=2),
    "care home": Trade("home_care", ("Casa anziani", "Altersheim", "Résidence"), houses=2),
}

# Country, what its hospitals and spas are called, currency of their invoices with the rate that is taken.
ABROAD: dict[str, tuple[tuple[str, str], ...]] = {
    "TH": (("Phuket Bay Clinic", "Phuket"), ("Chao Phraya Hospital", "Bangkok")),
    "IT": (("Ospedale della Riviera", "Rimini"), ("Guardia medica Costa Verde", "Olbia")),
    "ES": (("Clínica Playa Azul", "Alicante"), ("Hospital del Mar Menor", "Murcia")),
    "FR": (("Clinique des Calanques", "Marseille"), ("Centre médical du Golfe", "Saint-Tropez")),
    "AT": (("Klinik am Hochkar", "Innsbruck"), ("Ordination Bergblick", "Zell am See")),
    "DE": (("Klinikum am Bodden", "Stralsund"), ("Praxis am Schlosspark", "Potsdam")),
    "US": (("Sunset Ridge Medical Center", "San Diego"), ("Harborview Urgent Care", "Boston")),
    "GR": (("Iatriko Kentro Aegeon", "Naxos"),),
}
SPAS_ABROAD: dict[str, tuple[tuple[str, str], ...]] = {
    "IT": (("Terme Colli Verdi", "Abano Terme"),),
    "DE": (("Rottaler Therme Kurklinik", "Bad Birnbach"),),
    "AT": (("Kurzentrum Gasteinblick", "Bad Gastein"),),
}
CENTRE = "Emergency centre"


class Directory(NamedTuple):
    """All providers in order, the place from 1 being the key here, and where each trade is found."""

    forms: tuple[ProviderForm, ...]
    keys: dict[tuple[str, str], tuple[int, ...]]

    def of(self, trade: str, place: str) -> tuple[int, ...]:
        """The keys of the providers of a trade in a region, or in a country abroad."""
        return self.keys[trade, place]

    def form(self, key: int) -> ProviderForm:
        """A provider by key."""
        return self.forms[key - 1]


def make_directory() -> Directory:
    """The same providers whatever the seed."""
    forms: list[ProviderForm] = []
    keys: dict[tuple[str, str], tuple[int, ...]] = {}
    for trade_index, (name, trade) in enumerate(TRADES.items()):
        for region_index, region in enumerate(REGIONS):
            made = [_provider(trade, region_index, trade_index, i) for i in range(trade.houses)]
            keys[name, region] = _add(forms, made)
    for abroad, table, kind in (("abroad", ABROAD, "hospital"), ("spa abroad", SPAS_ABROAD, "spa")):
        for country, houses in table.items():
            keys[abroad, country] = _add(forms, [ProviderForm(n, kind, t, country) for n, t in houses])
    keys["centre", "CH"] = _add(forms, [ProviderForm(CENTRE, "transport", "Zürich")])
    return Directory(tuple(forms), keys)


def _add(forms: list[ProviderForm], made: list[ProviderForm]) -> tuple[int, ...]:
    first = len(forms) + 1
    forms.extend(made)
    return tuple(range(first, first + len(made)))


def _provider(trade: Trade, region_index: int, trade_index: int, index: int) -> ProviderForm:
    region = REGIONS[region_index]
    houses, places = _HOUSES[region], names().places[region]
    town = places[(trade_index * 5 + index * 3) % len(places)][1]
    return ProviderForm(
        name=f"{trade.called[region_index]} {houses[(trade_index + index) % len(houses)]}",
        kind=trade.kind,
        town=town,
        contracted=trade.contracted[index % len(trade.contracted)],
        methods=trade.methods[index % len(trade.methods)],
    )
