"""Write down whom the versions use that were frozen before uses were kept."""

from collections import defaultdict
from typing import Any

from django.db import migrations

from gatepost.detectors import Person, Roster
from gatepost.publishing.appearing import appearing_in

_THEN = {"alt_text", "named", "picture", "quote"}
"""The ways that the table took when this ran: whatever came later is written down later."""


def write(apps: Any, _schema_editor: Any) -> None:
    """Look for every pupil of a school, leavers among them, in each version: more rather than less is found."""
    version_model, use_model = apps.get_model("publishing", "Version"), apps.get_model("publishing", "Use")
    by_school: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for version in version_model.objects.values("pk", "content", "post__school"):
        by_school[version["post__school"]].append(version)
    for school, versions in by_school.items():
        roster = _roster(apps.get_model("consents", "Pupil"), school)
        known = {int(person.admission_no[1:]) for person in roster.people}
        uses = (
            use_model(version_id=version["pk"], pupil_id=one.pupil, how=one.how, full=one.full, maybe=one.maybe)
            for version in versions
            for one in appearing_in(version["content"], roster)
            if one.pupil in known and one.how in _THEN
        )
        use_model.objects.bulk_create(uses, batch_size=500)


def _roster(pupil_model: Any, school: int) -> Roster:
    fields = ("legal_first", "legal_last", "preferred_first", "preferred_last")
    rows = pupil_model.objects.filter(school=school).values("pk", "nicknames", *fields)
    return Roster(
        Person(
            admission_no=f"p{row['pk']}",
            nicknames=tuple(word.strip() for word in row["nicknames"].split(",") if word.strip()),
            **{name: row[name] for name in fields},
        )
        for row in rows
    )


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0003_uses"),
    ]

    operations = [
        migrations.RunPython(write, migrations.RunPython.noop),
    ]
