"""How invoices for each benefit look: who writes them, what they cost, how common they are."""

from __future__ import annotations

from typing import NamedTuple


class Habit(NamedTuple):
    """One benefit as it occurs.

    `trade` writes the invoice; `price` in francs for a line, `others` the share in percent that others pay
    (compulsory insurance, canton); `days` of a stay; `sittings` the most lines of a claim.
    """

    weight: float
    trade: str
    price: tuple[int, int]
    others: tuple[int, int] = (0, 0)
    days: tuple[int, int] = (1, 1)
    sittings: int = 1


HABITS: dict[str, Habit] = {
    "medicine": Habit(16, "pharmacy", (12, 320), sittings=3),
    "complementary.treatment": Habit(17, "therapist", (90, 240), sittings=8),
    "complementary.preparation": Habit(4, "pharmacy", (15, 140), sittings=2),
    "cure.thermal": Habit(2.5, "spa", (900, 4200), (0, 30), (7, 21)),
    "cure.thermal_europe": Habit(0.8, "spa abroad", (800, 3200), days=(7, 21)),
    "cure.convalescence": Habit(1.2, "convalescence", (900, 5200), (0, 30), (6, 24)),
    "transport.emergency": Habit(2.5, "ambulance", (480, 2400), (0, 50)),
    "transport.transfer": Habit(0.8, "ambulance", (350, 1600), (0, 50)),
    "transport.home": Habit(0.4, "ambulance", (500, 9000)),
    "transport.search_rescue": Habit(0.4, "air rescue", (2400, 21000)),
    "transport.outpatient": Habit(0.9, "taxi", (60, 420)),
    "equipment_rental": Habit(0.7, "rental", (45, 380)),
    "aids.vision": Habit(9, "optician", (180, 1200)),
    "aids.laser_eye": Habit(0.6, "eye surgeon", (2200, 6400)),
    "aids.compression_stockings": Habit(0.9, "orthopaedist", (60, 180)),
    "aids.orthopaedic_shoes": Habit(0.7, "orthopaedist", (240, 1900)),
    "aids.insoles": Habit(1.6, "orthopaedist", (150, 420)),
    "aids.artificial_eye": Habit(0.1, "orthopaedist", (900, 2600)),
    "aids.inhaler": Habit(0.5, "pharmacy", (60, 240)),
    "aids.artificial_limb": Habit(0.1, "orthopaedist", (2500, 14000), (40, 80)),
    "aids.blood_pressure_monitor": Habit(0.7, "pharmacy", (60, 190)),
    "aids.glucose_meter": Habit(0.4, "pharmacy", (40, 160)),
    "aids.hearing_aid": Habit(1.2, "hearing", (900, 4800), (20, 60)),
    "aids.contact_lenses_medical": Habit(0.4, "optician", (180, 900)),
    "aids.other": Habit(0.5, "orthopaedist", (80, 1400)),
    "prevention.gynaecological": Habit(4, "gynaecologist", (90, 320)),
    "prevention.checkup": Habit(4, "physician", (120, 460)),
    "vaccination": Habit(4, "physician", (40, 260)),
    "health_promotion.back_school": Habit(1, "back school", (120, 520)),
    "health_promotion.fitness": Habit(8, "fitness", (260, 1190)),
    "health_promotion.course": Habit(2, "course", (90, 480)),
    "home_help": Habit(1.4, "home care", (400, 2600), days=(3, 24)),
    "childcare": Habit(1, "childcare", (90, 620)),
    "hospital.acute": Habit(3, "hospital", (2500, 24000), (45, 96), (2, 13)),
    "hospital.psychiatric": Habit(0.9, "psychiatry", (9000, 52000), (50, 92), (12, 60)),
    "hospital.newborn": Habit(0.5, "hospital", (900, 2600), (30, 80)),
    "specific.infant_swimming": Habit(2.5, "infant course", (90, 280)),
    "specific.infant_massage": Habit(1.5, "infant course", (80, 240)),
    "specific.rooming_in": Habit(1, "hospital", (80, 520)),
    "specific.milk_intolerance": Habit(0.8, "pharmacy", (40, 320)),
    "specific.ear_correction": Habit(0.4, "surgeon", (1800, 4200)),
    "specific.obesity_nutrition": Habit(0.8, "nutritionist", (90, 420), sittings=4),
    "specific.obesity_programme": Habit(0.4, "nutritionist", (300, 1900)),
    "specific.obesity_inpatient": Habit(0.2, "hospital", (2400, 9000), days=(6, 20)),
    "specific.obesity_medicine": Habit(0.4, "pharmacy", (90, 420)),
    "specific.developmental_deficit": Habit(0.8, "psychotherapist", (120, 900), sittings=3),
    "specific.contraception": Habit(4, "pharmacy", (30, 420)),
    "specific.psychotherapy": Habit(5, "psychotherapist", (140, 220), sittings=5),
    "specific.acne_treatment": Habit(1.6, "dermatologist", (80, 420), sittings=3),
    "specific.acne_medicine": Habit(1.4, "pharmacy", (25, 190)),
    "specific.breast_reduction": Habit(0.3, "surgeon", (7000, 12000)),
    "specific.scar_correction": Habit(0.4, "dermatologist", (300, 2600)),
    "specific.hair_removal": Habit(0.7, "dermatologist", (180, 900), sittings=3),
    "specific.fat_apron": Habit(0.2, "surgeon", (5200, 9800)),
    "specific.hair_loss_preparation": Habit(0.8, "pharmacy", (40, 190)),
    "specific.sterilisation": Habit(0.4, "surgeon", (800, 2800)),
    "specific.ivf": Habit(0.3, "fertility", (4200, 9800)),
    "specific.birth_preparation": Habit(1.4, "midwife", (120, 320)),
    "specific.maternity_extra_bed": Habit(0.4, "hospital", (80, 380)),
    "specific.breast_pump": Habit(0.6, "pharmacy", (90, 280)),
    "specific.home_birth_midwife": Habit(0.4, "midwife", (300, 900)),
    "specific.birth_house": Habit(0.5, "birth house", (700, 2400), days=(2, 7)),
    "specific.genetic_test": Habit(0.4, "gynaecologist", (320, 1400)),
    "specific.breastfeeding": Habit(1.2, "midwife", (20, 90)),
    "specific.erectile_dysfunction": Habit(0.9, "pharmacy", (60, 320)),
    "specific.night_watch": Habit(1, "home care", (180, 900)),
    "specific.day_hotel": Habit(1, "care home", (90, 620)),
    "specific.holiday_patient": Habit(0.8, "care home", (600, 2800)),
    "specific.age_prevention": Habit(1.5, "orthopaedist", (40, 420)),
    "specific.home_assistance": Habit(1.8, "home care", (300, 2400), days=(4, 28)),
    "abroad.outpatient": Habit(1.6, "abroad", (60, 900)),
    "abroad.inpatient": Habit(0.6, "abroad", (1800, 24000), (0, 40), (2, 9)),
    "abroad.rescue_transport": Habit(0.3, "abroad", (600, 9000)),
    "abroad.repatriation": Habit(0.2, "centre", (6000, 42000)),
    "abroad.search_recovery": Habit(0.15, "centre", (5000, 62000)),
    "abroad.body_transport": Habit(0.15, "centre", (6000, 32000)),
    "abroad.accommodation": Habit(0.4, "abroad", (180, 3200)),
    "abroad.rebooking": Habit(0.4, "abroad", (120, 2400)),
}

# What usually comes with an event abroad, beside the benefit that the claim is about.
COMPANIONS: dict[str, tuple[str, ...]] = {
    "abroad.outpatient": ("abroad.rebooking",),
    "abroad.inpatient": ("abroad.outpatient", "abroad.rebooking", "abroad.accommodation"),
    "abroad.rescue_transport": ("abroad.inpatient",),
    "abroad.repatriation": ("abroad.inpatient", "abroad.accommodation"),
}
BODY_TRANSPORT = "abroad.body_transport"
INFANT = ("specific.infant_swimming", "specific.infant_massage")
