"""`evalkit weigh PLAN --ask NAME`: the questions, the answers, and the resulting file."""

import datetime
import io
import signal
import subprocess
import sys

import pytest

from evalkit.checking.load import load
from evalkit.cli.shared.dates import today
from evalkit.cli.weigh.terminal import ask_and_write
from evalkit.source.document import parse
from tests.cli.weigh.made import BARE, FILES, FOUR, PATH
from tests.conftest import DAY

# Scalability first, then api, cost and help-desk beside it.
SWING = ("2", "60", "40", "0")


@pytest.fixture
def ask(evalkit, write, monkeypatch):
    """Type lines into the interview, in a workspace with files replaced."""

    def run(*lines, words=("--ask", "finance"), files=None):
        folder = write({**FILES, **(files or {})})
        monkeypatch.setenv("COLUMNS", "100")
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return evalkit("weigh", "storefront-payments", *words, cwd=folder)

    return run


@pytest.fixture
def content(tmp_path):
    """The plan's bytes as they are now."""
    return (tmp_path / PATH).read_bytes


# Of the criteria in FILES, whose scales no test here changes.
MARK = "s-4a8d0e6c"


def statement_in(content, name="finance"):
    return parse(content().decode(), PATH).data["stakeholders"][name]


def test_answers_go_into_the_file_and_their_weights_to_stdout(ask, content):
    ran = ask(*SWING, "y")
    assert ran.code == 0
    # 100 + 60 + 40 + 0 = 200: shares of a half, 30%, 20% and nothing
    assert ran.out == (
        "\nWhat each swing from worst to best is worth to finance, as a share of all:\n"
        "  50.0%  Scalability\n"
        "  30.0%  API preference\n"
        "  20.0%  Cost against return\n"
        "   0.0%  Help-desk\n"
    )
    assert content().decode() == BARE + (
        "stakeholders:\n"
        "  finance:\n"
        "    influence: 1\n"
        f"    stated: {today()}\n"
        f"    scales: {MARK}\n"
        "    weights: {kind: swing, swing: {scalability: 100, api: 60, cost: 40, help-desk: 0}}\n"
    )
    assert ran.err.endswith(
        f"Wrote finance's answers to {PATH}.\n"
        "Next: evalkit weigh storefront-payments, then evalkit score storefront-payments\n"
    )


def test_what_was_written_is_valid_and_can_be_scored(ask, evalkit):
    ask(*SWING, "y")
    assert evalkit("validate", PATH).out.startswith("0 errors, ")
    # examplepay: scalability 50% × 60 = 30; api 30% × (3/4 × 100) = 22.5; the rest unknown
    assert "52.5" in evalkit("score", "storefront-payments").out


def test_every_question_says_in_words_from_what_to_what_a_swing_goes(ask):
    ran = ask(*SWING, "y")
    assert (
        "Imagine a vendor at its worst on everything below. If you could lift it from worst to best on ONE of\n"
        "them, which one would you choose?\n"
        "   1  API preference\n"
        "        Api style from none to graphql or rest; Webhooks from no to yes\n"
    ) in ran.err  # fmt: skip
    assert (
        "1 of 3: if the swing on Scalability is worth 100, what is the swing on API preference worth?\n"
        "      API preference\n"
    ) in ran.err


def test_what_lies_below_a_criterion_is_asked_for_with_under(ask, content):
    # The plan's own weights for the criteria above may stand.
    plan = BARE + "weights: {api: 1, scalability: 2, cost: 3, help-desk: 4}\n"
    ran = ask("2", "25", "y", words=("--ask", "it", "--under", "api"), files={PATH: plan})
    # 100 : 25 = 80% : 20%
    assert "  80.0%  Webhooks\n  20.0%  Api style\n" in ran.out
    said = {"kind": "swing", "swing": {"webhooks": 100, "api_style": 25}}
    assert statement_in(content, "it")["within"] == {"api": said}


@pytest.mark.parametrize(
    "lines",
    [
        ("1", "b", *SWING, "y"),
        ("2", "60", "40", "b", "back", "B", "b", *SWING, "y"),
        (*SWING[:-1], "90", "b", "0", "y"),  # back from the last question of all
        ("b", "2", "60.0 %", " 40 ", "0", "Y"),
    ],
)
def test_back_is_allowed_at_any_step(ask, content, lines):
    assert ask(*lines).code == 0
    expected = {"scalability": 100, "api": 60, "cost": 40, "help-desk": 0}
    assert statement_in(content)["weights"] == {"kind": "swing", "swing": expected}


def test_there_is_nothing_before_the_first_question(ask):
    assert "This is the first question.\n" in ask("b", *SWING, "y").err


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("5", "Please answer with a number from 1 to 4."),
        ("0", "Please answer with a number from 1 to 4."),
        ("1.5", "Please answer with a number from 1 to 4."),
        ("scalability", "Please answer with a number from 1 to 4."),
        ("", "Please answer with a number from 1 to 4."),
        ("٢", "Please answer with a number from 1 to 4."),
        ("\x1b[A", "Please answer with a number from 1 to 4."),
        ("9" * 500, "Please answer with a number from 1 to 4."),
        ("?", "Do not choose the word that sounds most important, but the step"),
    ],
)
def test_what_is_no_answer_is_explained_and_asked_again(ask, content, first, said):
    ran = ask(first, *SWING, "y")
    assert (ran.code, said in ran.err) == (0, True)
    assert statement_in(content)["weights"]["swing"]["api"] == 60


@pytest.mark.parametrize("worth", ["101", "-1", "1e1", "nan", "half", "12,5"])
def test_a_worth_is_a_number_from_0_to_100(ask, content, worth):
    ran = ask("2", worth, *SWING[1:], "y")
    assert "Please answer with a number from 0 to 100." in ran.err
    assert statement_in(content)["weights"]["swing"]["api"] == 60


def test_the_last_question_explains_itself_too(ask):
    ran = ask(*SWING, "?", "perhaps", "y")
    assert "y writes the answers; n leaves the file unchanged." in ran.err
    assert "Please answer y, n or b. y writes" in ran.err


@pytest.mark.parametrize("count", range(len(SWING) + 1))
@pytest.mark.parametrize(
    ("how", "code", "said"),
    [
        ("q", 0, "nothing was written"),
        ("QUIT", 0, "nothing was written"),
        ("end of input", 130, "interrupted; nothing was written"),
        ("Ctrl-C", 130, "interrupted; nothing was written"),
    ],
)
def test_who_leaves_at_any_step_leaves_the_file_untouched(
    evalkit, write, content, monkeypatch, count, how, code, said
):
    class Terminal(io.StringIO):
        def readline(self, size=-1):
            line = super().readline(size)
            if line == "Ctrl-C\n":
                raise KeyboardInterrupt
            return line

    typed = "".join(f"{line}\n" for line in SWING[:count])
    monkeypatch.setattr(sys, "stdin", Terminal(typed + f"{how}\n" * (how != "end of input")))
    ran = evalkit("weigh", "storefront-payments", "--ask", "finance", cwd=write(FILES))
    assert ran.code == code
    assert ran.err.endswith(f"\nevalkit: {said}\n")
    assert content() == BARE.encode()


def test_an_interrupt_from_outside_ends_with_130_and_one_line(write, content):
    process = subprocess.Popen(
        [sys.executable, "-m", "evalkit", "weigh", "storefront-payments", "--ask", "finance"],
        cwd=write(FILES), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    with process:
        shown = b""
        while not shown.endswith(b"[1-4; b, q, ?] > "):
            shown += process.stderr.read(1)
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b"\nevalkit: interrupted; nothing was written\n"
        assert process.stdout.read() == b""
    assert process.returncode == 130
    assert content() == BARE.encode()


def test_no_at_the_end_leaves_the_file_as_it_is(ask, content):
    ran = ask(*SWING, "n")
    assert (ran.code, ran.err.endswith("\nevalkit: nothing was written\n")) == (0, True)
    assert "  50.0%  Scalability\n" in ran.out
    assert content() == BARE.encode()


def test_typing_that_is_not_text_is_no_answer(evalkit, write, content, monkeypatch):
    typed = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n2\n"), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", typed)
    ran = evalkit("weigh", "storefront-payments", "--ask", "finance", cwd=write(FILES))
    assert (ran.code, "Please answer with a number" in ran.err) == (130, True)
    assert content() == BARE.encode()


PAIRWISE = ("--ask", "finance", "--method", "pairwise")
# api over scalability, scalability over cost, cost over help-desk, each twice.
TWICE = ("1", "2", "1", "2", "1", "2")


def test_neighbours_are_compared_then_those_next_but_one(ask, content):
    ran = ask(*TWICE, "1", "4", "2", "1", "y", words=PAIRWISE)
    assert statement_in(content)["weights"] == {
        "kind": "pairwise",
        "pairwise": [
            {"more": "api", "less": "scalability", "times": 2},
            {"more": "scalability", "less": "cost", "times": 2},
            {"more": "cost", "less": "help-desk", "times": 2},
            {"more": "api", "less": "cost", "times": 4},
            {"more": "help-desk", "less": "scalability", "times": 1},
        ],
    }
    assert "1 of 5: which swing from worst to best is worth more?" in ran.err
    assert "How many times as much is the swing on API preference worth as that on Scal" in ran.err


def test_done_is_enough_once_all_neighbours_are_compared(ask, content):
    ran = ask("done", *TWICE[:-1], "done", TWICE[-1], "done", "y", words=PAIRWISE)
    assert ran.err.count("too early for `done`") == 2
    assert len(statement_in(content)["weights"]["pairwise"]) == 3
    # 8 : 4 : 2 : 1, of 15
    assert (
        "  53.3%  API preference\n"
        "  26.7%  Scalability\n"
        "  13.3%  Cost against return\n"
        "   6.7%  Help-desk\n"
        "Consistency cannot be checked: no answer can be held against another.\n"
    ) in ran.out


THREE = FOUR.replace("""\
  help-desk:
    title: Help-desk
    weight: 10
    measures:
      first_response: {unit: hours, weight: 1, scale: {kind: linear, worst: 48, best: 1}}
""", "")  # fmt: skip


def test_the_most_strained_comparison_is_named_and_can_be_answered_again(ask, content):
    files = {"criteria/payment-gateways.yaml": THREE}
    # api 3 × scalability, scalability 2 × cost, cost 4 × api: round the circle 3 × 2 × 4 = 24.
    # The eigenvalue of three is 1 + t + 1/t, t = 24^(1/3) = 2.8845: 4.2312.
    # Index (4.2312 − 3) / 2 = 0.6156; ratio 0.6156 / 0.58 = 1.06. The logarithm of each judgement
    # is off by ln t, so the first is named; its weights' ratio is 3 / 2.8845 = 1.04.
    # Then scalability 8 × api, as 2 × 4 says: scalability 8, cost 4, api 1, of 13.
    circle = ("1", "3", "1", "2", "2", "4")
    ran = ask(*circle, "perhaps", "s", "2", "8", "y", words=PAIRWISE, files=files)
    assert "[y/n/b; s repeats the least consistent one] > " in ran.err
    assert "Please answer y, n, b or s. y writes" in ran.err
    assert "Consistency ratio 1.06, above 0.10 (random index: Saaty (1980))." in ran.out
    assert "API preference was said to be worth 3 times Scalability" in " ".join(ran.out.split())
    assert ran.out.endswith(
        "  61.5%  Scalability\n"
        "  30.8%  Cost against return\n"
        "   7.7%  API preference\n"
        "Consistency ratio 0.00, within 0.10 (random index: Saaty (1980)).\n"
    )
    assert ran.err.count("1 of 3: which swing") == 2
    said = statement_in(content)["weights"]["pairwise"]
    assert said[0] == {"more": "scalability", "less": "api", "times": 8}
    assert len(said) == 3


def test_back_from_a_question_that_was_put_again_keeps_the_first_answer(ask, content):
    files = {"criteria/payment-gateways.yaml": THREE}
    ask("1", "3", "1", "2", "2", "4", "s", "2", "b", "b", "y", words=PAIRWISE, files=files)
    assert statement_in(content)["weights"]["pairwise"][0]["times"] == 3


def test_done_keeps_the_answer_to_a_question_that_was_put_again(ask, content):
    files = {"criteria/payment-gateways.yaml": THREE}
    circle = ("1", "3", "1", "2", "2", "4")
    ask(*circle, "s", "2", "done", "y", words=PAIRWISE, files=files)
    first = {"more": "api", "less": "scalability", "times": 3}
    assert statement_in(content)["weights"]["pairwise"][0] == first


def test_two_alone_cannot_disagree(ask, content):
    ran = ask("1", "3", "y", words=(*PAIRWISE, "--under", "api"))
    assert "Consistency ratio 0.00, within 0.10.\n" in ran.out
    assert "s repeats the least consistent" not in ran.err


@pytest.mark.parametrize("times", ["0", "0.5", "10", "x"])
def test_times_are_from_1_to_9(ask, content, times):
    ran = ask("1", times, *TWICE[1:], "done", "y", words=PAIRWISE)
    assert "Please answer with a number from 1 to 9." in ran.err
    assert ran.code == 0


@pytest.mark.parametrize(
    ("words", "plan", "said"),
    [
        (("--ask", "Finance"), BARE, "'Finance' is not a stakeholder's id; use lower-case letters"),
        (("--ask", "a b"), BARE, "is not a stakeholder's id"),
        (("--ask", ""), BARE, "is not a stakeholder's id"),
        (("--ask", "a" * 65), BARE, "is not a stakeholder's id"),
        (("--ask", "it", "--under", "apii"), BARE, "no criterion 'apii'; did you mean `api`?"),
        (("--ask", "it", "--under", "rate_limit"), BARE, "no criterion 'rate_limit'; "),
        (("--ask", "it", "--under", "help-desk"), BARE, "first_response has no siblings"),
        (
            ("--ask", "it"),
            BARE + "weights: {api: 1, scalability: 2, cost: 3, help-desk: 4}\n",
            f"`weights` in {PATH} already weighs api, scalability, cost, help-desk; what people say "
            "replaces the plan's own weights, so remove these from `weights` first",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_refused_before_the_first_question(ask, content, words, plan, said):
    ran = ask(*SWING, "y", words=words, files={PATH: plan})
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert said in ran.err
    assert content() == plan.encode()


def test_what_somebody_said_before_is_replaced_and_their_influence_kept(ask, content):
    before = BARE + (
        "stakeholders:\n"
        "  finance:  # by phone\n"
        "    influence: 3\n"
        "    weights: {kind: order, order: [api, cost, scalability, help-desk]}\n"
        "    stated: 2026-01-31  # that day\n"
        "  # nobody else yet\n"
        "seed: 7"
    )
    ran = ask(*SWING, "y", files={PATH: before})
    assert "finance's earlier statement (`order`) will be replaced." in " ".join(ran.err.split())
    swing = "{kind: swing, swing: {scalability: 100, api: 60, cost: 40, help-desk: 0}}"
    order = "{kind: order, order: [api, cost, scalability, help-desk]}"
    expected = before.replace(order, swing).replace("2026-01-31", str(today()))
    expected = expected.replace("  # nobody", f"    scales: {MARK}\n  # nobody")
    assert content().decode() == expected


def test_line_ends_the_byte_order_mark_and_the_file_mode_stay(ask, content, tmp_path):
    before = b"\xef\xbb\xbf" + BARE.replace("\n", "\r\n").encode()
    (tmp_path / "plans").mkdir()
    (tmp_path / PATH).touch()
    (tmp_path / PATH).chmod(0o640)
    assert ask(*SWING, "y", files={PATH: before}).code == 0
    assert content().startswith(before)
    assert content().count(b"\n") == content().count(b"\r\n") == BARE.count("\n") + 6
    assert (tmp_path / PATH).stat().st_mode & 0o777 == 0o640
    assert [p.name for p in (tmp_path / "plans").iterdir()] == ["storefront-payments.yaml"]


def test_a_link_stays_a_link_and_the_file_behind_it_is_changed(write, monkeypatch, tmp_path):
    folder = write(FILES)
    real = tmp_path / "elsewhere.yaml"
    workspace = load(folder, DAY)
    (folder / PATH).rename(real)
    (folder / PATH).symlink_to(real)
    plan, criteria = workspace.plans["storefront-payments"], workspace.criteria["payment-gateways"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("2\n60\n40\n0\ny\n"))
    ask_and_write(workspace, PATH, plan, criteria, "it", "swing", None, DAY)
    assert (folder / PATH).is_symlink()
    assert "  it:\n    influence: 1\n    stated: 2026-11-23\n" in real.read_text("utf-8")


def test_answers_are_not_lost_when_the_file_cannot_be_changed(ask, content):
    before = BARE + "about: |\n  text"  # what follows would add a line end to this text
    ran = ask(*SWING, "y", files={PATH: before})
    assert ran.code == 2
    assert ran.err.splitlines()[-1] == (
        f"evalkit: nothing was written to {PATH}: the file is written in a way that cannot be "
        "changed safely. Add this by hand at stakeholders.finance.weights: "
        "{kind: swing, swing: {scalability: 100, api: 60, cost: 40, help-desk: 0}}"
    )
    assert content() == before.encode()


@pytest.mark.parametrize(
    ("meanwhile", "said"),
    [
        (None, "no such file or directory"),
        (b"id: \xff\n", "it is not UTF-8 text"),
        (b"id: [\n", "the file cannot be changed: this is not valid YAML"),
    ],
)
def test_what_happens_to_the_file_meanwhile_is_noticed(
    evalkit, write, monkeypatch, meanwhile, said
):
    folder = write(FILES)

    class Terminal(io.StringIO):
        def readline(self, size=-1):
            (folder / PATH).unlink(missing_ok=True)
            if meanwhile is not None:
                (folder / PATH).write_bytes(meanwhile)
            return super().readline(size)

    monkeypatch.setattr(sys, "stdin", Terminal("1\n60\ny\n"))
    ran = evalkit("weigh", "storefront-payments", "--ask", "it", "--under", "api", cwd=folder)
    assert (ran.code, said in ran.err) == (2, True)
    assert "at stakeholders.it.within.api: {kind: swing, swing: {api_style: 100, " in ran.err
    assert (folder / PATH).exists() == (meanwhile is not None)


def test_asking_needs_no_heavy_library():
    code = "import sys, evalkit.cli.weigh.terminal; sys.exit(bool({'numpy', 'pandas', 'highspy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_day_is_that_on_which_the_question_was_asked(ask, content):
    before = today()
    ask(*SWING, "y")
    stated = datetime.date.fromisoformat(statement_in(content)["stated"])
    assert before <= stated <= today()
