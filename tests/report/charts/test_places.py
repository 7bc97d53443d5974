"""The picture of who puts which vendor in which place."""

from evalkit.report.charts.places import Places, bump

FINANCE = Places("Finance", (("Mollie", "62"), ("Stripe", "58")))
TECHNOLOGY = Places("Technology", (("Stripe", "72"), ("Mollie", "66")))
GROUP = Places("Group", (("Stripe", "65"), ("Mollie", "64")))
PEOPLE = (FINANCE, TECHNOLOGY, GROUP)


def of(picture, kind):
    return [shape for shape in picture["shapes"] if shape["is"] == kind]


def texts(picture):
    return {shape["text"]: shape for shape in of(picture, "text")}


def test_a_line_leads_through_the_places_of_a_vendor():
    drawn = bump("who", PEOPLE, ["Stripe", "Mollie"])
    stripe = [shape for shape in of(drawn, "line") if "first" in shape["class"]]
    mollie = [shape for shape in of(drawn, "line") if "second" in shape["class"]]
    assert [(line["y1"] > line["y2"], line["y1"] == line["y2"]) for line in stripe] == [
        (True, False), (False, True),
    ]  # fmt: skip
    assert mollie[0]["y1"] < mollie[0]["y2"] == mollie[1]["y2"]


def test_the_points_stand_in_the_circles_higher_for_a_better_place():
    drawn = bump("who", PEOPLE, ["Stripe", "Mollie"])
    assert len(of(drawn, "circle")) == 6
    found = texts(drawn)
    assert found["62"]["y"] < found["58"]["y"]
    assert found["62"]["x"] == found["58"]["x"] == found["Finance"]["x"]
    assert found["72"]["y"] == found["62"]["y"]


def test_vendors_are_named_behind_their_last_place():
    drawn = bump("who", PEOPLE, ["Stripe", "Mollie"])
    found = texts(drawn)
    assert found["Stripe"]["y"] == found["65"]["y"]
    assert found["Stripe"]["x"] == found["65"]["x"]
    assert found["Stripe"]["shift"] > 14


def test_long_names_stand_on_two_levels_and_are_cut():
    long = Places("Head of a very large department", FINANCE.order)
    found = texts(bump("who", (long, TECHNOLOGY, GROUP), ["Stripe", "Mollie"]))
    assert "Head of a very la…" in found
    assert found["Head of a very la…"]["y"] != found["Technology"]["y"]
    plain = texts(bump("who", PEOPLE, ["Stripe", "Mollie"]))
    assert plain["Finance"]["y"] == plain["Technology"]["y"]


def test_short_names_of_vendors_leave_more_room_to_those_of_people():
    order = (("Checkout.com", "62"), ("Stripe", "58"))
    people = (Places("Operations", order), Places("Technology", order), Places("Group", order))
    apart = texts(bump("who", people, ["Checkout.com", "Stripe"]))
    assert apart["Operations"]["y"] != apart["Technology"]["y"]
    short = tuple(Places(each.person, FINANCE.order) for each in people)
    found = texts(bump("who", short, ["Stripe", "Mollie"]))
    assert found["Operations"]["y"] == found["Technology"]["y"]


def test_five_columns_have_their_names_on_two_levels():
    many = (FINANCE, TECHNOLOGY, Places("Sales", FINANCE.order), Places("IT", FINANCE.order), GROUP)
    found = texts(bump("who", many, ["Stripe", "Mollie"]))
    assert found["Sales"]["y"] != found["IT"]["y"]


def test_what_tells_names_of_vendors_apart_is_not_cut_off():
    names = ["Alder Pay (alder)", "Alder Pay (dogwood)", "Birch and other sons"]
    order = tuple((name, "50") for name in names)
    found = texts(bump("who", (Places("Finance", order), Places("Group", order)), names))
    assert {"Alder…alder)", "Alder…gwood)", "Birch and o…"} <= found.keys()
