"""Vehicle registrations, and codes that are none."""

import pytest

from gatepost.detectors import detect_text

FOUND = {
    "old jeep LSU 447 is blocking the gate": "LSU 447",
    "next to us in the queue was kx70abz": "kx70abz",
    "Is B7 MUM yours? Cat on the bonnet": "B7 MUM",
    "reg: P1 XYZ": "P1 XYZ",
    "the black Corsa LB19 XKT, it": "LB19 XKT",
    "whoever drives yx21 pvo your": "yx21 pvo",
    "Golf reg M446 KDF parked": "M446 KDF",
    "private plate JAN 1T outside": "JAN 1T",
    "The car was NU68HZC.": "NU68HZC",
    "a 1962 Morris Minor, 482 KPB, took the head home": "482 KPB",
    "black audi S O 2 1 T G V drove off": "S O 2 1 T G V",
    "Reg no. K 12 DNT is on the grass": "K 12 DNT",
    "the plates were gj 17 lkd i think": "gj 17 lkd",
    "Saw KX70.ABZ reversing over the daffodils": "KX70.ABZ",
    "T442 KLM and its trailer": "T442 KLM",
    "vespa l77 kaf for sale": "l77 kaf",
    "Tractor Q445 KLM pulled the float": "Q445 KLM",
    "The plate, BEZ 4417, is from Northern Ireland": "BEZ 4417",
    "a Zafira, LVO4 CSX, on the kerb": "LVO4 CSX",
}
NEAR_MISSES = [
    "See LSU 447 in the library catalogue",
    "Seats MA07 for parents, SC1 for pupils",
    "Car park LSU 447 spaces",
    "Team ABC 123 win",
    "Room MA14 ART will be",
    "build AB12CDF. Update",
    "Seat AB12 34",
    "See Y7 and M1",
    "Model KX19 ABC",
    "Class codes are EN12 HAS, MA12 KES and SC12 PAY",
    "Reg is at 8.40 and late reg closes at 9.10",
    "Boards in the car park block are M12 and M14",
    "Golf day: 18 holes, 120 PAR",
    "Our driver did 300 MILES and 20 STOPS",
    "Ford 100 metre hill climb, 12 LAPS",
    "Use code SPORT20 or BIKE15 for bikes",
    "Take the M62 to J27, park in bay 12",
    "KS2 and KS3 road safety quiz",
    "HP 302 XL cartridge for the minibus office",
]


@pytest.mark.parametrize(("text", "words"), FOUND.items())
def test_a_registration_is_found_where_it_stands(text, words):
    found = [text[f.start : f.end] for f in detect_text(text, types=["car_reg"])]
    assert found == [words]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_looks_like_a_registration_is_let_be(text):
    assert detect_text(text, types=["car_reg"]) == ()
