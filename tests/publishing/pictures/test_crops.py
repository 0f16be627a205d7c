import pytest

from gatepost.publishing.pictures.boxes import Area
from gatepost.publishing.pictures.crops import by_hand, ways_without

SIZE = (1000, 800)


def test_the_way_that_keeps_most_comes_first():
    ways = ways_without(Area(100, 300, 100, 100), SIZE)
    assert (ways[0].side, ways[0].share) == ("left", 78)
    assert [one.share for one in ways] == sorted((one.share for one in ways), reverse=True)


@pytest.mark.parametrize("area", [Area(0, 0, 100, 100), Area(450, 350, 100, 100), Area(900, 700, 90, 90)])
def test_no_way_keeps_any_of_what_is_cut_off(area):
    assert [one for one in ways_without(area, SIZE) if area.within(one.area).width * area.within(one.area).height] == []


def test_what_fills_the_picture_cannot_be_cut_off():
    assert ways_without(Area(20, 20, 960, 760), SIZE) == ()


def test_a_cut_by_hand_goes_by_percent_of_each_side():
    assert by_hand({"left": 10, "right": 20, "top": 0, "bottom": 50}, SIZE) == Area(100, 0, 700, 400)
