from gatepost.config.demo.telling import tell


def test_tales_are_told_side_by_side_in_the_order_of_time():
    told = []

    def tale(name, *moments):
        for moment in moments:
            yield moment
            told.append((moment, name))

    tell([tale("a", 1, 4), tale("b", 2, 3)])
    assert told == [(1, "a"), (2, "b"), (3, "b"), (4, "a")]
