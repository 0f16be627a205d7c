"""Dates as English writes them, for the detectors that need one."""

from __future__ import annotations

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
DAY = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?"
_ORDINAL = (
    r"(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth"
    r"|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth"
    r"|eighteenth|nineteenth|twentieth|thirtieth"
)
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?: ?(?:st|nd|rd|th))?"
YEAR = r"(?:(?:19|20)\d\d|'?\d\d(?!\d))"
_YEAR_WORDS = r"(?:two thousand(?: and)? [a-z]+(?:-[a-z]+)?|twenty[ -][a-z]+|nineteen [a-z]+(?:[ -][a-z]+)?)"

# A date of day and month, in words or with the month in words; the year is separate.
DAY_AND_MONTH = (
    rf"(?:(?:{DAY},? )?(?:the )?(?:{DAY_NUMBER}|{_ORDINAL})(?: day)?(?: of)?[ -]{MONTH}\b\.?"
    rf"|{MONTH}\.? (?:the )?(?:{DAY_NUMBER}|{_ORDINAL}))"
)
FULL_DATE = (
    rf"(?:(?:3[01]|[12]\d|0?[1-9])([./ -])(?:1[0-2]|0?[1-9])\1(?:(?:19|20)\d\d|\d\d)"
    rf"|(?:19|20)\d\d[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])"
    rf"|{DAY_AND_MONTH},?[ -](?:in )?(?:{YEAR}|{_YEAR_WORDS}))"
)
