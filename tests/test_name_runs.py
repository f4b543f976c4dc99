"""Names that run on: over possessives, over the end of a line, out of other names."""

import pytest


@pytest.fixture
def named(nlp):
    """Return kinds and names of a text, with roles of people."""

    def read(text):
        with nlp.select_pipes(enable=["reading", "entities"]):
            doc = nlp(text)
        return {e.name: (e.kind, e.roles) for e in doc._.entities}

    return read


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Ana Ruiz, general secretary of the Dock and Allied Workers' Union "
            "(DAWU), told reporters that talks had failed.",
            "Dock and Allied Workers' Union",
            "organization",
        ),
        (
            "Ana Ruiz of the Teachers’ Association said that the talks had failed.",
            "Teachers’ Association",
            "organization",
        ),
        (
            "The Pacific Alliance accused the ministry of rewriting its proposal.",
            "Pacific Alliance",
            "organization",
        ),
        (
            "The agreement was adopted by a United Nations Conference in Geneva.",
            "United Nations",
            "organization",
        ),
        (
            "The chair of the Alliance Catalina Huerta hailed the deal on Monday.",
            "Catalina Huerta",
            "person",
        ),
    ],
    ids=["dockers", "teachers", "region", "body in a name", "person after a body"],
)
def test_a_name_is_read_whole(named, text, name, kind):
    assert named(text)[name][0] == kind


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Union of Tram and Ferry Workers (UTFW) rejected the offer.",
            "Union of Tram and Ferry Workers",
        ),
        (
            "The Union of Tram Workers rejected the offer on Monday.",
            "Union of Tram Workers",
        ),
        (
            "The envoys met the Ministry of Roads and Water Affairs on Monday.",
            "Ministry of Roads and Water Affairs",
        ),
        (
            "The National Union of Teachers and Lecturers rejected the offer.",
            "National Union of Teachers and Lecturers",
        ),
        (
            "Officials of the Federation of Dock and Tug Crews refused to sign.",
            "Federation of Dock and Tug Crews",
        ),
    ],
)
def test_and_may_stand_inside_the_name_of_a_body(named, text, name):
    bodies = {n for n, (kind, _) in named(text).items() if kind == "organization"}
    assert bodies == {name}


@pytest.mark.model
def test_and_stands_between_two_bodies(named):
    text = "The Ministry of Finance and the Central Bank agreed. Officials met them."
    assert {"Ministry of Finance", "Central Bank"} <= set(named(text))


@pytest.mark.model
def test_an_owner_that_is_no_group_is_a_name_of_its_own(named):
    found = named("Kenya's Defence Ministry said that the talks had failed.")

    assert "Kenya" in found
    assert not any("'" in name for name in found)


@pytest.mark.model
def test_a_name_runs_over_the_end_of_a_line(named):
    text = (
        "   OSLO, May 6 - Talks on the pay of the ferry crews broke down\n"
        "on Tuesday, both sides said, and nobody could tell when they\n"
        "would begin again. The union's chief negotiator Daniel\n"
        "Otieno said that the employers had made no offer at all in\n"
        "the three days of the talks.\n"
    )

    assert named(text)["Daniel Otieno"] == ("person", ("union's chief negotiator",))


@pytest.mark.model
def test_a_role_stands_before_a_comma_and_a_title(named):
    found = named("The army denied it. Its spokesman, Brigadier Ali Okoro, was angry.")

    assert found["Ali Okoro"] == ("person", ("spokesman", "Brigadier"))


@pytest.mark.model
def test_who_leads_something_has_that_role(named):
    found = named("Nomsa Bell, who leads the Nurses' Union, said the offer was low.")

    assert found["Nomsa Bell"] == ("person", ("leads the Nurses' Union",))
