"""Adverts, and appeals for money or gifts."""

from __future__ import annotations

from gatepost.detectors.detector import Detector
from gatepost.detectors.phrases import phrase, phrase_finder

_OURS = (
    r"\bpta\b|\bfair\b|\bf[eê]te\b|cake sale|bake sale|school shop|second.?hand uniform"
    r"|\bour (?:summer|christmas|winter|spring)"
    r"|parentpay|non-?uniform|school production|school play|panto|concert|tombola|raffle|disco"
    r"|lost property|food ?bank|library|prom tickets|music (?:hub|service|lessons?)"
)
_MONEY = r"£ ?\d[\d,.]*"
_TRIGGERS = frozenset(
    """mot plumber plumbers builder electrician rates guy mates visit range quality family-run local
    eat free stocking cheapest new opening grand franchise vouchers gift treat slots slot appointments appointment
    comment prints selling reduced stocks launch launching bogof membership memberships gym gels brows facials
    half price discounted saving save rates quotes affordable subscribe kids pay bargains clearance collect
    proceeds text spare fund funds bucket dig generous generously contributions contribution contribute
    come sale looking wants anyone help join salon week offering support call today
    off sale sales discount discounts offer offers deal deals code voucher sponsored advert ad buy order sell selling
    sells sold bargain price prices shop shops store book booking bookings free from customers customer business deposit
    quote tutoring tuition tutor lessons clients salon nails lashes melts avon crypto bitcoin invest loan loans
    donate donation donations donating fundraiser fundraising raising raise appeal gofundme justgiving sponsor
    sponsorship
    chip give giving cash pounds quid affiliate promo promotion dm pm msg message inbox hiring rent hire available
    commission bnb earn opportunity subscribe pay bank paypal crowdfunder collection""".split()
)
_PHRASES = (
    phrase(
        r"\b(?:sponsored|paid partnership|advertisement|#ad\b)(?::| -|\b(?= by))[^.!?\n]{0,80}", "marked as an advert"
    ),
    phrase(r"\b\d{1,2} ?% (?:off|discount)\b[^.!?\n]{0,60}", "a discount", confidence=0.9),
    phrase(
        r"\b(?:half price|buy one get one|bogof|2 for 1|two for one|3 for 2|closing down sale"
        r"|flash sale|black friday (?:deals?|offers?|sale)|money off|special offer"
        r"|limited (?:time )?offer|while stocks last|best prices|lowest prices?"
        r"|unbeatable prices?)\b[^.!?\n]{0,50}",
        "an offer",
        unless=_OURS,
    ),
    phrase(
        r"\b(?:use|enter|with|quote) (?:the |my |our )?(?:discount |promo |voucher "
        r"|referral )?code:? [a-z0-9]{3,}",
        "a discount code",
        confidence=0.9,
    ),
    phrase(
        rf"\b(?:book|order|buy|get|grab|hire|rent)\b[^.!?\n]{{0,50}}\b(?:from|for|only"
        rf"|just) {_MONEY}(?: (?:a|per) (?:head|hour|child|session|person))?",
        "something for sale at a price",
        unless=_OURS + r"|trip|ticket|pitch|stall",
    ),
    phrase(
        rf"\b(?:tutoring|tuition|lessons|coaching|classes|sessions|cleaning|photos?hoots?|haircuts?"
        rf"|nails|lashes)\b[^.!?\n]{{0,30}}(?:from|only|just|at) {_MONEY}[^.!?\n]{{0,50}}",
        "a service at a price",
        confidence=0.9,
    ),
    phrase(
        r"\b(?:i|we|my (?:mum|dad|wife|husband|sister|friend|company|business)) (?:also )?(?:sell(?! out)"
        r"|am selling|are selling|sells|make and sell|do (?:nails|lashes|hair|tutoring"
        r"|mobile))\b[^.!?\n]{0,80}",
        "somebody sells something",
        unless=_OURS,
    ),
    phrase(
        r"\b(?:looking for|wanting|need) (?:new )?(?:customers|clients|team members to (?:join"
        r"|sell)|people to join my team)\b[^.!?\n]{0,40}",
        "somebody looks for customers",
    ),
    phrase(
        r"\b(?:dm|pm|msg|message|inbox|text) (?:me|us) (?:to order|for (?:prices?|a quote"
        r"|details of our offers|orders|info(?:rmation)? on (?:my|our) products|cheap)"
        r"|if (?:you want|interested)[^.!?\n]{0,20})\b[^.!?\n]{0,40}",
        "asks for orders",
        unless=r"lost|found|spare|lift",
    ),
    phrase(
        r"\b(?:check out|visit|follow|like|support|try) (?:my|our|this|her|his) (?:new |local "
        r"|small |online |family )*(?:business|shop|store|etsy|salon|company|page for (?:deals"
        r"|offers))\b[^.!?\n]{0,50}",
        "advertises a business",
        unless=r"school shop|book ?shop",
    ),
    phrase(
        r"\b(?:earn|make) (?:extra )?(?:money|cash|income|£\d[\d,]*)\b[^.!?\n]{0,40}\b(?:from home"
        r"|a (?:day|week|month)|fast|online)\b|\b(?:work from home|be your own boss"
        r"|business opportunity|join my team|passive income)\b",
        "a money-making scheme",
    ),
    phrase(
        r"\b(?:bitcoin|crypto(?:currency)?|forex|payday loans?|cheap loans?|vapes?|e-?liquid"
        r"|betting|casino|fat burn\w*|weight loss)\b[^.!?\n]{0,40}\b(?:buy|sale|offer|cheap|invest"
        r"|profit|order|win|trading|available|deal|tips)\b|\b(?:buy|cheap|order|invest in"
        r"|get your) (?:[\w']+ ){0,2}(?:bitcoin|crypto|vapes?|followers|cigarettes)\b",
        "an advert",
        confidence=0.9,
    ),
    phrase(
        r"\b(?:free (?:quote|estimate|consultation|trial)s?|no obligation quote|free delivery"
        r"|order (?:now|today|online) (?:at|from|for)|book (?:now|today) (?:at|with|on)"
        r"|shop (?:now|the sale|online)|available (?:to buy|now) (?:at|from|in store)|buy (?:now"
        r"|yours|online) (?:at|from)?)\b[^.!?\n]{0,50}",
        "words of an advert",
        unless=_OURS,
    ),
    phrase(
        rf"\bfor sale\b[^.!?\n]{{0,60}}|\bselling (?:my|a|an|our|some|brand new"
        rf"|hardly)\b[^.!?\n]{{0,60}}|{_MONEY} (?:ono|o\.n\.o|collection only|each or)\b",
        "something for sale",
        unless=_OURS + r"|ticket|poppies|wristband|gate",
    ),
    phrase(
        r"\b(?:please |pls |can you |could you |help (?:us|me|him|her|them) by )?donat(?:e"
        r"|ing) (?:to (?:my|our|this|the|his|her|him|me|us|help)|now|here|today|via|personally"
        r"|whatever|anything|what you can|generously|at|£|money)\b[^.!?\n]{0,60}",
        "an appeal for money",
        unless=r"food ?bank|blood|toys|tins|books|clothes|uniform",
    ),
    phrase(
        r"\b(?:i'm|i am|we're|we are|my \w+ is|he's|she's|they're|is"
        r"|are) (?:now )?(?:raising (?:money|funds|£)|fund-?raising"
        r"|collecting money)\b[^.!?\n]{0,70}",
        "an appeal for money",
    ),
    phrase(
        r"\b(?:sponsor (?:me|us|my|him|her|our|\w+'s)|please sponsor|my (?:just ?giving|gofundme"
        r"|fundraising|crowdfunder)|our (?:gofundme|crowdfunder)|chip in|please give (?:if|what"
        r"|generously|whatever)|give (?:whatever|what) you can|every (?:penny|pound|£\d+) (?:helps"
        r"|counts|is)|spare (?:a few|some|any) (?:quid|pounds|cash|money)"
        r"|need(?:s)? (?:your )?(?:money|cash|donations)|donations? (?:welcome|needed|please"
        r"|appreciated)|lend me|send (?:me )?money|bank details)\b[^.!?\n]{0,60}",
        "an appeal for money",
        unless=r"food ?bank|tins|uniform donations|costume|cake",
    ),
    phrase(
        r"\b(?:come to|visit(?! (?:from|by|to)\b)|try|call|pop (?:in|along) to|ring|contact"
        r"|join) (?:[\w'&]+ ){1,5}?(?:for (?:all )?(?:your )?[\w ]{2,30}[,!.] ?(?:book|order|call"
        r"|buy)|today|now|first (?:week|lesson|month|session|class) free)\b[^.!?\n]{0,30}",
        "words of an advert",
        confidence=0.65,
        unless=_OURS + r"|office|school|absence|library|us today|me today|helpline|childline|nspcc|999|111|101",
    ),
    phrase(
        r"\b(?:big|huge|massive|summer|winter|spring|january|january|clearance|closing|final|mega"
        r"|flash) sale\b[^.!?\n]{0,50}|\b(?:first|one|extra) (?:lesson|week|month|session|class"
        r"|\w+) free\b"
        r"|\b(?:are|is) (?:offering|giving away) (?:a |an )?(?:free|discount\w*|\d+%"
        r"|half price)\b[^.!?\n]{0,50}|\bwith every (?:order|purchase)\b",
        "an offer",
        unless=_OURS + r"|uniform sale|book sale|school",
    ),
    phrase(
        r"\b(?:anyone|anybody|who) (?:want(?:s|ing)?|interested in|need(?:s|ing)?|looking) (?:to "
        r"|for )?(?:buy(?:ing)?|purchas\w+|a tutor|a cleaner|a childminder)\b[^.!?\n]{0,40}"
        r"|\blooking for an? (?:tutor|cleaner|childminder|nanny|photographer|plumber|builder|dj"
        r"|loan|mortgage)\b[^.!?\n]{0,60}",
        "something for sale",
    ),
    phrase(
        r"\bhelp (?:us|me|him|her|them) (?:to )?raise (?:money|£|funds|cash)\b[^.!?\n]{0,50}"
        r"|\b(?:please |pls )?(?:support|back|share|give to|donate to) (?:my|our|his|her|this"
        r"|their) (?:fund-?raiser|fund-?raising|appeal|just ?giving|charity (?:run|walk|swim"
        r"|bike ride|skydive)|crowdfunder)\b[^.!?\n]{0,40}"
        r"|\bsponsor (?:my|our|his|her) (?:\w+ )?(?:run|walk|swim|ride|head shave|skydive|climb"
        r"|marathon|challenge)\b[^.!?\n]{0,40}",
        "an appeal for money",
    ),
    phrase(
        rf"\b(?:kids?|children|under \d+s|mums|dads|teachers|babies|adults|students) (?:eat|go|play|swim|get in"
        rf"|stay|bowl|skate|train) (?:for )?"
        rf"(?:free|half price|{_MONEY})\b",
        "an offer",
        unless=_OURS + r"|free school meals",
    ),
    phrase(
        rf"\b(?:vouchers?|gift cards?|prints|photos|packages|prices?|slots|rates|memberships?|treatments?|facials"
        rf"|gels|brows|cakes|hampers"
        rf"|party packages|classes|sessions|lessons|courses|membership|tickets to) (?:start(?:ing)? |available "
        rf"|only |just |cost )*(?:from|at|for) "
        rf"(?:only |just |as little as )?{_MONEY}",
        "something for sale at a price",
        unless=_OURS + r"|trip|school photo",
    ),
    phrase(
        rf"\b(?:reduced|slashed|discounted|marked down|yours for|snap (?:it|one|them) up for|grab (?:one|yours"
        rf"|a bargain)|down) to? ?"
        rf"(?:just |only )?{_MONEY}|\bfrom (?:just|only) {_MONEY}|\b(?:first|one) (?:month|week|session|lesson"
        rf"|class|visit|box) (?:is |for )?"
        rf"(?:free|only|just|half price|{_MONEY})|\bonly {_MONEY} (?:a|per) (?:month|week|class|session|lesson"
        rf"|hour)\b",
        "an offer",
        unless=_OURS + r"|trip|breakfast club|after[ -]school|wraparound|music lessons",
    ),
    phrase(
        r"\b(?:buy|get|order|book|pick up|treat|grab|bag) (?:[\w']+ ){1,9}(?:and|to) (?:get|receive|claim"
        r"|win) an? free [\w ]+|\b(?:book|buy|get)"
        r" (?:one|two|three|\d),? (?:and )?(?:get )?(?:one|two|\d)? ?(?:half price|free)\b|\bfree \w+ with every\b",
        "an offer",
        unless=_OURS,
    ),
    phrase(
        rf"\b(?:my|our|her|his) (?:\w+ )?(?:nail bar|salon|shop|studio|stall online|etsy|business|bakery|cafe|café"
        rf"|photographer|gym|clinic|boutique"
        rf"|barbers?|cleaning company|dog[ -]?walking|childminding|tutoring|beauty room)[^.!?\n]{{0,30}}\b(?:has"
        rf"|have|is|are|selling|sells|slots"
        rf"|offering|offers|open for|taking|now|available)\b[^.!?\n]{{0,30}}(?:slots?|spaces|appointments|bookings"
        rf"|orders|{_MONEY}|discount|offer"
        rf"|prints|sale|deals?)",
        "advertises a business",
        unless=r"school (?:shop|salon)|home corner|role[ -]play|enterprise",
    ),
    phrase(
        r"\b(?:new franchise|grand opening|now (?:open|enrolling|booking|hiring)|opening offer|launch offer"
        r"|launch party|taking (?:on )?new (?:clients"
        r"|customers|pupils)|limited (?:spaces|availability|stock)|don't miss (?:out on )?(?:this|these"
        r"|our) (?:deal|offer|bargain|price)s?"
        r"|dm (?:me )?(?:to book|for prices|to order)|comment (?:yes|info|below) (?:for|to|x)|link in (?:bio"
        r"|her shop|my shop|the shop)"
        r"|tell them we sent you|mention this post|show this post|quote [a-z]+\d* (?:for|at|to)"
        r"|sign up with (?:coach|me)"
        r"|cheapest (?:in town|around|prices?)|our friends at \w+ are (?:offering|giving|selling))\b",
        "words of an advert",
        unless=_OURS + r"|nursery|school|sixth form|reception|open (?:day|evening|morning)",
    ),
    phrase(
        rf"\btreat (?:dad|mum|yourself|the kids|grandad|nan|her|him|your \w+) to [^.!?\n]{{2,50}}(?:{_MONEY}"
        rf"|vouchers?|\bat [a-z]+|offer|book)",
        "words of an advert",
        unless=_OURS,
    ),
    phrase(
        r"\b(?:earn|make|save) (?:up to )?£ ?\d[\d,]*\b[^.!?\n]{0,50}\b(?:from home|team|month|week|day|online"
        r"|on your|off your)\b",
        "a money-making scheme",
        unless=_OURS + r"|year \d|enterprise|bake|sponsored",
    ),
    phrase(
        r"\b(?:dig deep|give generously|every (?:little|penny|donation) (?:helps|counts)|please (?:give|contribute"
        r"|chip in|support our appeal)"
        r"|cash donations|make a donation|donate (?:just )?£\d+|text \w+ to \d{5}|match[ -]fund\w*"
        r"|raising money for)\b",
        "an appeal for money",
        confidence=0.7,
        unless=r"food ?bank|tins|uniform|blood|clothes|books|costume|cake|thank you",
    ),
    phrase(
        rf"\b(?:book|order|buy|shop|join|sign up|switch|insure|sell)\b[^.!?\n]{{0,40}}\b(?:and"
        rf"|to) save (?:up to )?(?:{_MONEY}|\d+ ?%)|\b(?:visit|pop (?:in(?:to)? |down |along )?(?:to )?"
        rf"|head to|try|see|call|ring|contact) (?!us\b|the office|school"
        rf"|our)[^.!?\n]{{2,30}} for (?:all (?:of )?)?your (?:school |party |birthday |christmas |garden"
        rf" |family )*(?:shoes|uniform|needs|cakes?|parties|party|flowers|gifts|presents|hair|nails|travel"
        rf"|holidays?|meat|shopping|kit|photos?|supplies|haircuts?|trainers)\b"
        rf"|\b(?:cheap|good|great|competitive|mates'?|reasonable|best) (?:rates|quotes)\b|\b(?:i know|my mate is"
        rf"|my \w+ is) an? (?:good |great |cheap )?(?:guy|plumber|builder"
        rf"|electrician|cleaner|tutor|painter|decorator|mechanic|roofer|gardener)\b|\bfamily[ -]run (?:business"
        rf"|firm|shop|company)\b",
        "words of an advert",
        unless=_OURS + r"|childline|nurse|doctor|nhs",
    ),
)

DETECTOR = Detector(
    name="commercial",
    types=frozenset({"commercial"}),
    find=phrase_finder("commercial", triggers=_TRIGGERS, phrases=_PHRASES),
    source="CAP Code section 2 (recognising marketing) and the Code of Fundraising Practice; phrases"
    " written for Gatepost",
    budget_ms=0.15,
)
