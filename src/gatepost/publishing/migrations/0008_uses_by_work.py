"""Whoever is in a picture of hands or work alone is used by their work too: also in what was frozen before."""

from typing import Any

from django.db import migrations, models

from gatepost.publishing.content import by_work

HOWS = ["alt_text", "named", "picture", "quote", "readable", "work"]


def write(apps: Any, _schema_editor: Any) -> None:
    """Add the use to each version with such a picture; of pupils who are not in the database any more, none."""
    use_model = apps.get_model("publishing", "Use")
    rows = use_model.objects.filter(how="picture").select_related("version").order_by("version_id", "pupil_id")
    uses = (
        use_model(version_id=row.version_id, pupil_id=row.pupil_id, how="work")
        for row in rows.iterator(chunk_size=500)
        if row.pupil_id in by_work(row.version.content)
    )
    use_model.objects.bulk_create(list(uses), batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [
        ("publishing", "0007_back_catalogue"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="use", name="use_how"),
        migrations.AddConstraint(
            model_name="use",
            constraint=models.CheckConstraint(condition=models.Q(("how__in", HOWS)), name="use_how"),
        ),
        migrations.RunPython(write, migrations.RunPython.noop),
    ]
