"""The pages: views, forms, templates and what they load."""
