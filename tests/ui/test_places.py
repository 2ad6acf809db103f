from caseworker.ui.kit.places import HOME, History, Kind, Place

PERSON = Place(Kind.PERSON, "1")
CLAIM = Place(Kind.CLAIM, "C1")


def history(*places: Place) -> History:
    made = History()
    for place in places:
        made.visit(place)
    return made


def test_the_way_back_and_forth() -> None:
    way = history(HOME, PERSON, CLAIM)
    assert (way.back(), way.back()) == (PERSON, HOME)
    assert not way.can_back
    assert (way.forward(), way.forward()) == (PERSON, CLAIM)
    assert not way.can_forward


def test_the_ends_hold() -> None:
    way = history(HOME)
    assert (way.back(), way.forward(), way.here) == (HOME, HOME, HOME)


def test_going_on_forgets_what_lay_ahead() -> None:
    way = history(HOME, PERSON)
    way.back()
    way.visit(CLAIM)
    assert not way.can_forward
    assert way.back() == HOME


def test_the_same_place_again_is_no_step() -> None:
    assert not history(HOME, HOME).can_back


def test_a_new_claim_gets_its_number_in_place() -> None:
    way = history(HOME, Place(Kind.CLAIM, person="1"))
    way.replace(CLAIM)
    assert way.here == CLAIM
    assert way.back() == HOME


def test_only_so_many_places_are_kept() -> None:
    way = history(*(Place(Kind.CLAIM, str(n)) for n in range(500)))
    steps = 0
    while way.can_back:
        way.back()
        steps += 1
    assert steps == 99


def test_a_place_says_whom_it_is_about_where_it_can() -> None:
    assert [place.whom for place in (PERSON, Place(Kind.CLAIM, person="1"), CLAIM, HOME)] == [
        "1",
        "1",
        "",
        "",
    ]
