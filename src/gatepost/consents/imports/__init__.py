"""Lists from a school's information system, read and understood: pure, nothing here touches a record."""
