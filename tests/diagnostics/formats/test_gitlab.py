"""The report that GitLab reads."""

import json


def test_gitlab_gets_its_documented_fields(written):
    found = json.loads(written("gitlab"))
    for each in found:
        assert set(each) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert isinstance(each["location"]["lines"]["begin"], int)
        assert not each["location"]["path"].startswith(("/", "./"))
        assert each["description"]
    assert len({each["fingerprint"] for each in found}) == 20
