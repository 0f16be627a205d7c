"""How each real peer that the tests need is started."""
