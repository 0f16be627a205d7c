from typing import Any

from django.db import migrations, models


def groups(apps: Any, _schema_editor: Any) -> None:
    """Who asked for WhatsApp before there was a question meant a group: no page of the public shall list it."""
    apps.get_model("channels", "Asking").objects.filter(platform="whatsapp", answer="").update(kind="group")


class Migration(migrations.Migration):
    dependencies = [
        ("channels", "0005_named_since"),
    ]

    operations = [
        migrations.AddField(
            model_name="asking",
            name="kind",
            field=models.CharField(default="account", max_length=20),
        ),
        migrations.RunPython(groups, migrations.RunPython.noop),
    ]
