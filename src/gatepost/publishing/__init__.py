"""From a draft to a signed-off version to a post that is out, and back again."""
