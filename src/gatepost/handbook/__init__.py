"""Each school's policy: adopted, in force on a day, and asked."""
