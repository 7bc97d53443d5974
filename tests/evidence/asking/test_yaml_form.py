"""A questionnaire as YAML."""

import yaml

from evalkit.evidence.asking.questions import COLUMNS
from evalkit.evidence.asking.yaml_form import to_yaml
from tests.evidence.made import asked, of_plan, returned


def test_every_question_has_an_empty_place_for_each_answer():
    made = asked()
    entries = yaml.safe_load(to_yaml(made))["questions"]
    assert [each["id"] for each in entries] == [made.id_of(each) for each in made.questions]
    assert dict.fromkeys(COLUMNS) == {key: entries[0][key] for key in COLUMNS}


def test_it_comes_back_as_it_was_sent(tmp_path):
    made = asked()
    found = returned(tmp_path, to_yaml(made), "a.yaml")
    assert found.mark == made.mark
    assert [each.id for each in found.replies] == [made.id_of(each) for each in made.questions]
    assert all(reply.is_blank for reply in found.replies)


def test_the_day_is_printed_and_neither_weights_nor_points_are(loaded):
    workspace = loaded()
    text = to_yaml(of_plan(workspace, vendor="examplepay", due="10 December 2026"))
    assert "Please answer by 10 December 2026." in text
    assert "points" not in text
    told = to_yaml(of_plan(workspace, vendor="examplepay", with_criteria=True))
    # 75 of 100 points, all on the only measure of its criterion
    assert "Scalability, 75.0% of all points" in told


def test_names_cannot_break_out_of_their_place():
    text = to_yaml(asked("rate", name='A"\n- evil: 1', title="# not a comment"))
    assert set(yaml.safe_load(text)) == {"mark", "questions"}
