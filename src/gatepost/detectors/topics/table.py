"""The visible table of topics: class → the words that stand for it, as school staff write.

Each entry is a regular expression for the start of a word unless it ends in `$`; compiled by lists of our own,
from the concerns that the five policies and the field's guidance name (requirements, domain A and G).
"""

from typing import Final

TOPICS: Final[dict[str, tuple[str, ...]]] = {
    "sexual_approach": (
        "flirt", "suggestive", "sexual(?!ity| orientation)", "sexy", "intimate (?!image)", "kiss", "romantic",
        "fancies? (?:her|him|me|you|the teacher)", "asks? (?:her|him|me)? ?out", "meet (?:up )?after school",
        "meet (?:up )?alone", "love (?:letter|heart|message)", "heart emoji", "innuendo", "groom", "asks? for (?:a )?(?:photo|picture|selfie)",
        "crush on", "date with", "creepy", "obsess", "come[- ]on", "propositi", "declar\\w+ (?:of )?love", "inappropriate message", "late[- ]night message",
    ),
    "friendly": (
        "friendly", "birthday", "happy (?:christmas|new year|easter)", "merry christmas", "thank", "good luck", "congratulat", "get well", "miss you",
        "say(?:s|ing)? hello", "hello", "revision club", "what time", "asks? (?:what|when|about|if there is|whether|for help|for the)", "lift home", "dinner",
        "homework", "polite", "harmless", "kind message", "cheerful", "holiday greeting", "well done",
    ),
    "abusive": (
        "abus(?!e of power)", "insult", "vile", "swear", "foul", "obscen", "nasty", "vicious", "slag", "scum", "idiot", "moron", "stupid", "thick as", "pathetic", "disgusting",
        "useless", "hopeless", "name[- ]calling", "calls? (?:her|him|them|me|a teacher|the \\w+) (?:a|an) ", "offensive", "derogator", "degrad", "humiliat", "ridicul", "mock", "taunt", "rude",
        "expletive", "hurl", "crude", "cruel", "spite", "hate (?:mail|post|page|account)", "trolling", "troll(?:s|ed)?$", "lazy (?:cow|so)", "laziest", "fools?$", "clueless", "couldn.?t run a", "disgrace", "incompetent",
    ),
    "mocking": ("mock", "ridicul", "making fun", "makes? fun", "taunt", "teas(?:e|es|ed|ing)$", "laugh(?:ing)? at", "meme", "spoof", "parod", "joke(?:s)? about", "caricature", "impression of", "laziest", "couldn.?t run a", "good riddance", "useless", "clueless", "fools?$"),
    "disparaging": ("dispar", "run(?:s|ning)? (?:down|into the ground)", "slag(?:ging|s|ged)? off", "bad light", "reflects? poorly", "disgrace", "useless", "hopeless", "a joke$", "rubbish", "waste of (?:space|a school)", "badmouth", "bad-mouth", "trash(?:es|ing)", "belittl", "laziest", "couldn.?t run a", "do not send your", "incompetent", "clueless", "shambles", "worst (?:school|head|teacher|boss)", "good riddance", "sacked", "fools?$"),
    "threatening": ("threat", "kill", "hurt (?:her|him|them|you|me)", "beat(?:ing)? up", "attack", "violen", "watch your back", "we know where", "stab", "bomb", "intimidat", "menac", "blackmail", "extort"),
    "bullying": ("bully", "bullied", "cyberbull", "gang(?:ing)? up", "pile[- ]on", "pick(?:ing|s)? on", "exclud(?:ing|ed) (?:her|him|a pupil) from", "victimis", "humiliat"),
    "harassing": ("harass", "stalk", "repeated(?:ly)? (?:messag|contact|post)", "hound", "pester", "won.?t stop messag", "campaign against"),
    "racist": ("racis", "racial", "antisemit", "anti-semit", "islamophob", "xenophob", "n-word", "ethnic slur", "go back (?:home|to)"),
    "sexist": ("sexis", "misogyn", "chauvin", "incel$", "upskirt", "objectif"),
    "homophobic": ("homophob", "transphob", "biphob", "anti-gay", "gay slur"),
    "hateful": ("hate(?:ful)?$", "hate speech", "hatred", "bigot", "slur", "discriminat", "ableis", "disablist"),
    "extremist": ("extrem(?!ely)", "far[- ]right", "far[- ]left", "neo[- ]?nazi", "nazi", "terror", "jihad", "proscribed", "white suprem", "supremacist", "hate group", "conspiracy"),
    "radicalisation": ("radicali", "recruiting (?:video|post|for)", "prevent (?:concern|referral)", "terror", "extremis[tm]"),
    "nude_imagery": ("nude", "naked", "semi-nude", "sext", "explicit (?:image|photo|picture|video|content|selfie)", "indecent", "topless", "intimate image", "youth[- ]produced", "youth[- ]generated", "deepfake", "revenge porn", "child sexual", "csam", "dick pic", "underwear (?:photo|picture|selfie)"),
    "self_harm": ("self[- ]harm", "suicid", "cutting (?:herself|himself|themselves)", "end (?:her|his|their|my) life", "overdos", "eating disorder"),
    "criminal_illegal": ("illegal", "unlawful", "criminal", "crime", "drug", "cannabis", "weapon", "knife", "steal", "stolen", "fraud", "piracy", "pirated", "counterfeit", "hack(?:ed|ing)? into", "child abuse", "filter(?:ing)? breach"),
    "complaint": ("complain", "grievance", "unhappy with", "dissatisf", "fed up with", "moan", "dispute", "grumbl", "should be sacked", "not good enough", "let down by", "appalled", "slagging off", "rant about", "could have been an email", "another (?:very )?long", "sick of", "do not send your", "disgrace"),
    "criticism": ("critici", "critique", "disagree", "waste of money", "poor decision", "unfair", "negative review", "opinion", "objects? to"),
    "behaviour_incident": ("behaviour (?:incident|issue|problem)", "fight", "brawl", "scuffle", "assault", "exclu(?:sion|ded pupil)", "suspen(?:sion|ded)", "incident (?:at|in|on) (?:the )?(?:school|gate|playground|bus|corridor)", "playground incident", "vandal", "detention", "pupil behaviour", "bullying incident"),
    "defamatory": ("defam", "libel", "slander", "false (?:claim|accusation|allegation)", "accus(?:es|ed|ing|ation)", "alleg", "thie(?:f|ves)", "robbing", "liar", "corrupt", "on the take", "stealing from"),
    "impersonation": ("imperson", "fake (?:account|profile|page)", "pretend(?:s|ing)? to be", "in (?:her|his|my) name", "posing as", "clone(?:d)? account", "parody account"),
    "scam": ("scam", "phish", "fraudul", "spam", "fake prize", "giveaway scam"),
    "gossip_false": ("gossip", "rumour", "rumor", "lies?$", "lying", "false(?!ly accus)", "untrue", "made[- ]up", "hoax", "misinformation", "disinformation", "misleading", "speculat", "hearsay"),
    "political": ("politic", "election", "vote (?:for|labour|conservative|reform|green)", "labour party", "conservative", "tory", "tories", "reform uk", "lib dem", "green party", "brexit", "campaign(?:ing)? for", "protest march", "manifesto", "prime minister", "strike action"),
    "religious": ("religio", "church", "mosque", "islam", "christian", "jewish", "hindu", "sikh", "faith"),
    "commercial": ("commerc", "advert", "sale(?:s)?$", "for sale", "sponsor", "promot(?:e|ing|ion) (?:a|the|my|their) (?:business|shop|product)", "discount", "business", "marketing", "sells?$", "selling", "affiliate"),
    "donation": ("donat", "fundrais", "just ?giving", "gofundme", "crowdfund", "charity appeal", "raise money", "sponsor me"),
    "confidential": ("confiden", "sensitive", "restructur", "redundan", "draft (?:proposal|plan|budget|policy)", "unpublished", "internal (?:email|memo|document)", "leak", "personnel", "disciplinary (?:case|hearing|matter)", "partner(?:'s|s)? information", "safeguarding (?:case|details)", "exclusion figures"),
    "embargoed": ("embargo", "unannounced", "not (?:yet )?(?:public|announced)", "before (?:it is|the) announce", "secret plan", "draft proposal", "merger", "new head(?:teacher)?(?: appointment)?$", "plans? (?:to|for) (?:close|merge|expand)", "closure plan", "restructur", "watch this space", "big changes coming"),
    "personal_data": ("personal (?:data|information|detail)", "phone number", "home address", "date of birth", "medical", "private detail", "contact detail", "email address"),
    "disrepute": ("disrepute", "drunk", "drinking", "hungover", "night out", "brawl", "reputation", "embarrass", "unprofessional", "lewd", "strip", "party pictures"),
    "pupil_wellbeing": ("wellbeing", "worr(?:ied|ying) (?:about|post)", "distress", "upset pupil", "at risk", "neglect", "safeguard", "vulnerable", "missing from home", "county lines", "exploitat", "running away"),
    "work_matters": ("work(?!out)", "homework", "timetable", "cover(?: arrangement| lesson|$)", "rota", "lesson", "meeting", "marking", "school business", "trust business", "staff(?:ing)? (?:matter|issue|update|brief)", "revision", "coursework", "assignment", "parents.? evening", "duty", "trip (?:plan|update|arrangement)", "professional"),
    "social": ("social(?! media)", "lunch", "birthday", "drinks", "night out", "party", "personal", "private chat", "football", "holiday", "quiz"),
    "celebration": ("celebrat", "congratulat", "well done", "achiev", "award", "success", "proud", "won "),
    "inappropriate": ("inappropriat", "improper", "unsuitable", "unacceptable", "lewd", "rude", "crude", "not appropriate"),
}  # fmt: skip
"""Class → stems and phrases, matched at the start of a word."""
