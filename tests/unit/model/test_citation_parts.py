# SPDX-License-Identifier: MIT
"""Names, dates and rich text of citations; expectations are written by hand after the styles' rules."""

from collections.abc import Mapping

import msgspec
import pytest

from timeline_app.chrono.edtf import parse
from timeline_app.model import records
from timeline_app.model.citation_dates import DateRule, date_in_style, says_more_than_year, year_in_style
from timeline_app.model.citation_fields import FORM_OF, Form
from timeline_app.model.citation_names import NameRule, initials, names_in_style
from timeline_app.model.citation_runs import Cited, CitedRun, in_markdown

# -- names ----------------------------------------------------------------------------------------


def names(*told: Mapping[str, object]) -> tuple[records.CslName, ...]:
    return tuple(msgspec.convert(name, records.CslName) for name in told)


def test_a_romanised_name_of_family_name_first_keeps_its_order() -> None:
    han = names({"family": "Han", "given": "Pyo-wook", "static-ordering": True})
    assert names_in_style(han, NameRule()) == "Han Pyo-wook"
    assert names_in_style(han, NameRule("first")) == "Han Pyo-wook"
    assert names_in_style(han, NameRule("all", has_initials=True)) == "Han, P.-w."


def test_names_with_one_part_are_told_as_they_are() -> None:
    assert names_in_style(names({"family": "Ryang"}, {"given": "Io"}), NameRule()) == "Ryang and Io"
    assert names_in_style(names({"literal": "UPI"}, {}), NameRule("all")) == "UPI"
    assert names_in_style((), NameRule()) == ""


def test_long_lists_of_names_are_shortened() -> None:
    many = names(*({"family": f"F{number}", "given": "Ann"} for number in range(23)))
    assert names_in_style(many, NameRule()) == "Ann F0 et al."
    assert names_in_style(many, NameRule("first", most=3)) == "F0, Ann, et al."
    inverted = names_in_style(
        many, NameRule("all", "&", has_initials=True, most=21, first=19, shows_last=True)
    )
    assert inverted.endswith("F18, A., . . . F22, A.")
    assert names_in_style(many[:3], NameRule()) == "Ann F0, Ann F1, and Ann F2"


def test_initials_keep_hyphens() -> None:
    assert initials("Jean-Luc Marie") == "J.-L. M."


# -- dates ----------------------------------------------------------------------------------------

US, MODERN, YEAR_FIRST = DateRule(), DateRule("dmy", has_short_months=True, about="circa "), DateRule("ymd")


@pytest.mark.parametrize(
    ("edtf", "us", "modern", "year_first"),
    [
        ("1959", "1959", "1959", "1959"),
        ("1959-09", "September 1959", "Sept. 1959", "1959, September"),
        ("1959-08-13", "August 13, 1959", "13 Aug. 1959", "1959, August 13"),
        ("2000-09-13/2000-09-19", "September 13–19, 2000", "13–19 Sept. 2000", "2000, September 13–19"),
        (
            "1997-10-30/1997-11-09",
            "October 30–November 9, 1997",
            "30 Oct.–9 Nov. 1997",
            "1997, October 30–November 9",
        ),
        ("1959-03/1959-05", "March–May 1959", "Mar.–May 1959", "1959, March–May"),
        ("1959/1967", "1959–1967", "1959–1967", "1959–1967"),
        ("1960-01~", "ca. January 1960", "circa Jan. 1960", "ca. 1960, January"),
        ("1960?", "[1960?]", "[1960?]", "[1960?]"),
        ("1960%", "[ca. 1960?]", "[circa 1960?]", "[ca. 1960?]"),
        ("2004/2014-09-25", *["2004 to 25 September 2014"] * 3),
        ("[1956,1958]", *["1956 or 1958"] * 3),
        ("-0044", *["45 BC"] * 3),
        ("0079-08", "August 79", "Aug. 79", "79, August"),
        ("1959-21", *["spring 1959"] * 3),
        ("julian:1582-10-04", *["4 October 1582 (Julian)"] * 3),
    ],
)
def test_dates_have_the_form_of_the_style_or_our_own_words(
    edtf: str, us: str, modern: str, year_first: str
) -> None:
    date = parse(edtf)
    assert [date_in_style(date, rule) for rule in (US, MODERN, YEAR_FIRST)] == [us, modern, year_first]


@pytest.mark.parametrize(
    ("edtf", "year"),
    [
        ("1959-08-13", "1959"),
        ("1997-10-30/1997-11-09", "1997"),
        ("2004/2014-09-25", "2004–2014"),
        ("1960-01~", "ca. 1960"),
        ("195X", "the 1950s"),
    ],
)
def test_years_are_told_alone(edtf: str, year: str) -> None:
    assert year_in_style(parse(edtf), US) == year


def test_only_months_and_days_say_more_than_the_year() -> None:
    assert says_more_than_year(parse("1959-08"))
    assert not says_more_than_year(parse("1959"))
    assert not says_more_than_year(parse("195X"))


# -- rich text ------------------------------------------------------------------------------------


def test_html_has_italics_and_links_and_leaves_other_scripts_upright() -> None:
    cited = Cited(
        (
            CitedRun("A & B, "),
            CitedRun("Talks (회담), Foundation", is_italic=True),
            CitedRun(", "),
            CitedRun("https://x.org/a?b&c", is_address=True),
            CitedRun("urn:x", is_address=True),
        )
    )
    assert cited.html == (
        "A &amp; B, <i>Talks (</i>회담<i>), Foundation</i>, "
        '<a href="https://x.org/a?b&amp;c">https://x.org/a?b&amp;c</a>urn:x'
    )
    assert cited.text == "A & B, Talks (회담), Foundation, https://x.org/a?b&curn:x"
    assert cited.markdown.startswith("A & B, *Talks (회담), Foundation*, <https://x.org/a?b&c>urn:x")


def test_signs_of_markdown_are_escaped() -> None:
    assert in_markdown("a*b_c [d]") == "a\\*b\\_c \\[d\\]"


def test_forms_are_named_once() -> None:
    assert set(FORM_OF.values()) | {Form.DOCUMENT} == set(Form)
