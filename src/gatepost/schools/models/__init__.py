"""What this room stores."""

from gatepost.schools.models.person import Person
from gatepost.schools.models.role import HeldRole
from gatepost.schools.models.school import School
from gatepost.schools.models.trust import Trust
from gatepost.schools.models.used_code import UsedCode

__all__ = ["HeldRole", "Person", "School", "Trust", "UsedCode"]
