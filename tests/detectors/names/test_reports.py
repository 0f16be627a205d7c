"""Surnames in reports of matches: what is said before a player, after one, and of a team."""

import pytest

from tests.detectors.names.roll import named

FOUND = {
    "Goal for Hartley, his third of the season": ["Hartley"],
    "Well played Hughes! Not a foot wrong": ["Hughes"],
    "Unlucky Khan, pipped at the post": ["Khan"],
    "Great hands Hughes, great feet Khan, great day": ["Hughes", "Khan"],
    "Slips it wide to Hughes, cross, goal": ["Hughes"],
    "MOTM - HARTLEY for sheer cheek": ["HARTLEY"],
    "Hughes to serve at match point": ["Hughes"],
    "Nobody was catching Khan on that straight": ["Khan"],
    "Substitutions: Hughes on for Khan": ["Hughes", "Khan"],
    "Hughes drills it low into the corner": ["Hughes"],
    "Khan 71* as the rain came": ["Khan"],
    "We won 3-0 (Khan 2, Hughes)": ["Khan", "Hughes"],
    "Team:\n- Khan\n- Hughes\n- O'Brien": ["Khan", "Hughes", "O'Brien"],
    "Gold for Hughes, silver for Khan": ["Hughes", "Khan"],
    "Hughes & Khan at the back kept a clean sheet, 2-0": ["Hughes", "Khan"],
    "what a save from hughes, full stretch": ["hughes"],
    "The Hughes brothers took gold and silver": ["Hughes"],
    "Board 3 Khan drew": ["Khan"],
    "Hats off to Hughes, who ran in one shoe": ["Hughes"],
    "Congratulations to Hughes on reaching grade 5 piano": ["Hughes"],
    "Marsh was superb in goal": ["Marsh"],
    "Wood dives to save it": ["Wood"],
    "Price with the assist": ["Price"],
    "First half goals came from Wood and Price": ["Wood", "Price"],
    "Wood, Marsh and Price made up the squad": ["Wood", "Marsh", "Price"],
    "Good work from Khan led to the equaliser": ["Khan"],
    "Hughes's free kick was still rising": ["Hughes"],
    "Khan’s spell of 4-11 broke the game open": ["Khan"],
    "Price's late goal sent us through": ["Price"],
    "First goal of the match for King in his third season": ["King"],
    "Young scored twice and King once for the under 12s": ["Young", "King"],
    "King, the youngest in the squad, came on late": ["King"],
    "2-0 down until Marsh pulled one back": ["Marsh"],
    "nobody could get past Wood in the first half": ["Wood"],
    "Scorers: Marsh 2, Price. Conversions: Price 3": ["Marsh", "Price", "Price"],
    "Wickets: Price 3-20, Marsh 2-15": ["Price", "Marsh"],
    "Hughes beat Marsh 3-1 in the semi-final": ["Hughes", "Marsh"],
    "Marsh takes gold in the 200m backstroke": ["Marsh"],
    "Best try of the day came from Price": ["Price"],
    "HUGHES SCORES!!! FULL TIME 1-0": ["HUGHES"],
    "hughes scored a screamer from half way": ["hughes"],
    "sat squad be at the gate 8.15: hughes, hartley, o'brien": ["hughes", "hartley", "o'brien"],
    "our netballers did it. hughes got 11 and hartley was unreal": ["hughes", "hartley"],
    "The pairing of Hughes and Khan kept a clean sheet": ["Hughes", "Khan"],
    "Duty rota: Hughes (gate), Khan (library), Hartley (bus)": ["Hughes", "Khan", "Hartley"],
    "Hughes close to a hat-trick in the cup": ["Hughes"],
    "Hughes to Khan to Hartley... try!": ["Hughes", "Khan", "Hartley"],
    "the hughes sisters have done us proud": ["hughes"],
    "It was Khan who broke the deadlock": ["Khan"],
}
NEAR_MISSES = [
    "Coach Hughes says the pitch is fine",
    "Great reading from everyone in Year 4",
    "Goal for Green, goal for Blue: house football",
    "Thanks to Hughes's bakery for the buns",
    "Look out for King Charles on the stamps",
    "A goal for Hughes Academy settled it",
    "A pass to the library: apply inside",
    "Mr Khan to serve at the barbecue",
    "Well done Green!",
    "great reading and great park life",
    "Little brothers welcome at the disco",
    "Congratulations to Hughes Solicitors, our sponsor",
    "Congratulations to Hartley Primary on the new hall",
    "Green, Wood and Marsh: a walk through all three this half term",
    "House cup final: Wood, Marsh and Price all on 40 points",
    "The marsh was superb in the sunshine",
    "A Hartley-based band played",
    "Burnley and Hartley send choirs too",
    "Visitors from Hartley won the cup",
    "Thanks to Hughes & Sons for the cherry picker",
    "Match ball sponsored by Hughes's Plumbing",
    "Hughes & Gordon, our solicitors, sponsor the league",
    "Hartley-le-Moors by canoe in the semi-final",
    "Hughes and Attlee were on the source paper",
    "Park run and cricket match on Saturday",
    "Young players wanted for the rugby squad",
    "Price to enter the tennis tournament is £2",
    "Green 40, Red 38 in the netball final",
    "Wear White and Green for the cup final",
    "Bring a Price list and a Wood glue stick to the match, Marsh House",
    "lights out for the match. patel stand is shut",
    "we saw a marsh in the rain. park near the pitch",
    "We play Hartley Juniors on Tuesday",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_a_player_in_a_report_is_found(text, words):
    assert [w for _, w in named(text)] == words


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_a_coach_a_house_or_a_firm_is_no_player(text):
    assert named(text) == []
