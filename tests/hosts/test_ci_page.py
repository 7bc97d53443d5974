"""The page about CI: what it tells people to copy is taken by whom it is meant for."""

import re

import yaml

from tests.conftest import ROOT
from tests.docs.pages import blocks_of
from tests.hosts.made import BIN, environment, parsed, run


def blocks():
    return [block.text for block in blocks_of((ROOT / "docs/ci.md").read_text("utf-8"), "yaml")]


def checked(folder, name, text, *words):
    """Write an example and have it checked; returns it, read."""
    (folder / name).write_text(text, encoding="utf-8")
    ran = run(*words, folder / name, cwd=folder, env=environment(folder))
    assert ran.returncode == 0, ran.stdout + ran.stderr
    # YAML 1.1 takes the key `on` for true.
    return yaml.safe_load(text)


def test_each_of_the_three_examples_is_valid_and_uses_what_there_is(tmp_path):
    commit, workflow, pipeline = blocks()
    hooks = checked(tmp_path, ".pre-commit-config.yaml", commit, BIN / "pre-commit", "validate-config")  # fmt: skip
    (repository,) = hooks["repos"]
    assert {each["id"] for each in repository["hooks"]} <= {
        each["id"] for each in parsed(".pre-commit-hooks.yaml")
    }
    schema = (BIN / "check-jsonschema", "--builtin-schema")
    jobs = checked(tmp_path, "workflow.yml", workflow, *schema, "vendor.github-workflows")["jobs"]
    (step,) = [each for job in jobs.values() for each in job["steps"] if each.get("id") == "evalkit"]  # fmt: skip
    assert set(step["with"]) <= set(parsed("action.yml")["inputs"])
    used = set(re.findall(r"steps\.evalkit\.outputs\.([\w-]+)", workflow))
    assert used <= set(parsed("action.yml")["outputs"])
    job = checked(tmp_path, ".gitlab-ci.yml", pipeline, *schema, "vendor.gitlab-ci")
    assert set(job["variables"]) <= set(parsed("evalkit.gitlab-ci.yml")["variables"])
    assert "/evalkit.gitlab-ci.yml" in job["include"][0]["remote"]
