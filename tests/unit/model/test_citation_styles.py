# SPDX-License-Identifier: MIT
"""Citations as the manuals of Chicago, MLA and APA want them; expectations are written by hand after their rules."""

from dataclasses import replace

import msgspec
import pytest

from timeline_app.base.text_value import Reader, TextValue
from timeline_app.model import records
from timeline_app.model.citation_fields import FORM_OF, Work, is_same
from timeline_app.model.citation_styles import CitationStyle, Standing, Use, cite_in_style, letters, standings

NOTES, YEARS, MLA, APA = CitationStyle
FULL, SHORT, ENTRY = Use
MORI = {"family": "Mori", "given": "Haru Jean"}
SATO = {"family": "Sato", "given": "Ken"}


def text_value(kind: type, value: object) -> object:
    assert kind is TextValue
    assert isinstance(value, (str, dict))
    return TextValue.from_file(value)


def work(**fields: object) -> Work:
    record = msgspec.convert({"title": "A work", **fields}, records.Source, dec_hook=text_value)
    return Work(record, Reader())


def said(source: Work, style: CitationStyle, use: Use = ENTRY) -> str:
    return cite_in_style(source, style, use).markdown


BOOK = work(
    type="book",
    title="Ships and harbours",
    author=[MORI, SATO],
    translator=[{"family": "Doe", "given": "Jo"}],
    edition="2nd",
    publisher="Strait Press",
    issued="1961",
    **{"publisher-place": "Minase", "original-date": "1907"},
)
ARTICLE = work(
    type="article-journal",
    title="A ferry at last?",
    author=[MORI],
    volume="9",
    issue="22",
    page="11-19",
    issued="2011-05-24",
    DOI="10.1/x",
    **{"container-title": "The Strait Journal"},
)
EAST_ASIAN = work(
    type="article-journal",
    title="水瀬の渡し船",
    author=[{"family": "菊池", "given": "嘉晃"}, {"family": "김", "given": "철수"}],
    issued="2020",
    volume="7",
    page="3",
    **{"container-title": "海峡研究"},
)
UNSIGNED = work(
    type="article-newspaper",
    title="出発 [the departure]",
    author=[{"literal": "Strait Sinbo"}],
    issued="1999-12-13",
    page="4",
    **{"container-title": "Strait Sinbo (海峡新報)"},
)
THESIS = work(
    type="thesis",
    title="The crossing",
    author=[MORI],
    publisher="Minase University",
    genre="PhD diss.",
    issued="2010",
    URL="https://x.org/t",
)
FILM = work(
    type="motion_picture",
    title="Our Homeland",
    author=[{"family": "Yang", "given": "Yong-hi"}],
    publisher="Star Sands",
    issued="2012",
)
CHAPTER = work(
    type="chapter",
    title="On the quay",
    author=[MORI],
    editor=[SATO],
    publisher="Strait Press",
    page="5-9",
    issued="1999",
    **{"container-title": "Ports", "publisher-place": "Minase"},
)
LETTER = work(
    type="document",
    title="Letter to the town: on the ferry",
    author=[MORI, {"literal": "Harbour Office"}],
    issued="1956-07-16",
    archive="ICRC Archives",
    archive_location="B AG 105",
)
PAGE = work(
    type="webpage",
    title="Harbour news",
    accessed="2020-05-03",
    URL="https://x.org",
    **{"container-title": "Minase"},
)
REPORT = work(
    type="report",
    title="Count",
    genre="White Paper",
    number="12",
    author=[{"literal": "Office"}],
    publisher="Office",
    issued="1959-07",
)
CASE = work(
    type="legal_case",
    title="A v. B",
    author=[{"literal": "High Court"}],
    number="12 (wa) 3",
    issued="2009-11-30",
)
TREATY = work(
    type="treaty",
    title="Agreement on Ferries",
    author=[{"literal": "Japan"}, {"literal": "Republic of Korea"}],
    issued="1965-06-22",
)
BLOG = work(
    type="post-weblog",
    title="On a letter",
    author=[{"literal": "a blogger"}],
    issued="2016-07",
    **{"container-title": "Blue"},
)
BROADCAST = work(
    type="broadcast",
    title="Stop the ship",
    author=[{"literal": "KBS"}],
    issued="2009-08-17",
    **{"container-title": "KBS News"},
)
PICTURE = work(
    type="graphic",
    title="Niigata, the shop",
    author=[SATO],
    issued="1959/1967",
    medium="Photograph",
    **{"container-title": "Audiovisual Archives"},
)


@pytest.mark.parametrize(
    ("source", "style", "use", "expected"),
    [
        (
            BOOK,
            NOTES,
            FULL,
            (
                "Haru Jean Mori and Ken Sato, *Ships and harbours*, trans. Jo Doe, 2nd ed. "
                "(1907; repr., Minase: Strait Press, 1961)."
            ),
        ),
        (BOOK, NOTES, SHORT, "Mori and Sato, *Ships and harbours*."),
        (
            BOOK,
            NOTES,
            ENTRY,
            (
                "Mori, Haru Jean, and Ken Sato. *Ships and harbours*. Translated by Jo Doe. 2nd ed. 1907. "
                "Reprint, Minase: Strait Press, 1961."
            ),
        ),
        (BOOK, YEARS, SHORT, "(Mori and Sato 1961)"),
        (
            BOOK,
            YEARS,
            ENTRY,
            (
                "Mori, Haru Jean, and Ken Sato. (1907) 1961. *Ships and harbours*. Translated by Jo Doe. 2nd ed. "
                "Minase: Strait Press."
            ),
        ),
        (
            BOOK,
            MLA,
            ENTRY,
            (
                "Mori, Haru Jean, and Ken Sato. *Ships and harbours*. 1907. Translated by Jo Doe, 2nd ed., "
                "Strait Press, 1961."
            ),
        ),
        (
            BOOK,
            APA,
            ENTRY,
            (
                "Mori, H. J., & Sato, K. (1961). *Ships and harbours* (J. Doe, Trans., 2nd ed.). Strait Press. "
                "(Original work published 1907)"
            ),
        ),
        (
            ARTICLE,
            NOTES,
            FULL,
            (
                "Haru Jean Mori, “A ferry at last?,” *The Strait Journal* 9, no. 22 (May 24, 2011): 11–19, "
                "<https://doi.org/10.1/x>."
            ),
        ),
        (ARTICLE, NOTES, SHORT, "Mori, “A ferry at last?”"),
        (
            ARTICLE,
            YEARS,
            ENTRY,
            "Mori, Haru Jean. 2011. “A ferry at last?” *The Strait Journal* 9 (22): 11–19. <https://doi.org/10.1/x>.",
        ),
        (
            ARTICLE,
            MLA,
            ENTRY,
            (
                "Mori, Haru Jean. “A ferry at last?” *The Strait Journal*, vol. 9, no. 22, 24 May 2011, pp. 11–19, "
                "<https://doi.org/10.1/x>."
            ),
        ),
        (
            ARTICLE,
            APA,
            ENTRY,
            "Mori, H. J. (2011). A ferry at last? *The Strait Journal*, *9*(22), 11–19. <https://doi.org/10.1/x>",
        ),
        (EAST_ASIAN, NOTES, FULL, "菊池嘉晃 and 김철수, “水瀬の渡し船,” *海峡研究* 7 (2020): 3."),
        (EAST_ASIAN, NOTES, ENTRY, "菊池嘉晃 and 김철수. “水瀬の渡し船.” *海峡研究* 7 (2020): 3."),
        (EAST_ASIAN, APA, ENTRY, "菊池嘉晃, & 김철수. (2020). 水瀬の渡し船. *海峡研究*, *7*, 3."),
        (EAST_ASIAN, MLA, SHORT, "(菊池 and 김)"),
        (
            UNSIGNED,
            NOTES,
            FULL,
            "“出発” \\[the departure\\], *Strait Sinbo (海峡新報)*, December 13, 1999, 4.",
        ),
        (
            UNSIGNED,
            NOTES,
            ENTRY,
            "Strait Sinbo (海峡新報). “出発” \\[the departure\\]. December 13, 1999, 4.",
        ),
        (UNSIGNED, YEARS, SHORT, "(Strait Sinbo (海峡新報) 1999)"),
        (
            UNSIGNED,
            MLA,
            ENTRY,
            "“出発” \\[the departure\\]. *Strait Sinbo (海峡新報)*, 13 Dec. 1999, p. 4.",
        ),
        (
            UNSIGNED,
            APA,
            ENTRY,
            "出発 \\[the departure\\]. (1999, December 13). *Strait Sinbo (海峡新報)*, 4.",
        ),
        (UNSIGNED, APA, SHORT, "(“出発,” 1999)"),
        (
            THESIS,
            NOTES,
            FULL,
            "Haru Jean Mori, “The crossing” (PhD diss., Minase University, 2010), <https://x.org/t>.",
        ),
        (
            THESIS,
            YEARS,
            ENTRY,
            "Mori, Haru Jean. 2010. “The crossing.” PhD diss., Minase University. <https://x.org/t>.",
        ),
        (
            THESIS,
            APA,
            ENTRY,
            "Mori, H. J. (2010). *The crossing* \\[PhD diss., Minase University\\]. <https://x.org/t>",
        ),
        (FILM, NOTES, FULL, "*Our Homeland*, directed by Yong-hi Yang (Star Sands, 2012)."),
        (FILM, YEARS, ENTRY, "*Our Homeland*. 2012. Directed by Yong-hi Yang. Star Sands."),
        (FILM, MLA, ENTRY, "*Our Homeland*. Directed by Yong-hi Yang, Star Sands, 2012."),
        (FILM, MLA, SHORT, "(*Our Homeland*)"),
        (FILM, APA, ENTRY, "Yang, Y.-h. (Director). (2012). *Our Homeland*. Star Sands."),
        (FILM, APA, SHORT, "(Yang, 2012)"),
        (
            CHAPTER,
            NOTES,
            FULL,
            "Haru Jean Mori, “On the quay,” in *Ports*, ed. Ken Sato (Minase: Strait Press, 1999), 5–9.",
        ),
        (
            CHAPTER,
            NOTES,
            ENTRY,
            "Mori, Haru Jean. “On the quay.” In *Ports*, edited by Ken Sato, 5–9. Minase: Strait Press, 1999.",
        ),
        (
            CHAPTER,
            MLA,
            ENTRY,
            "Mori, Haru Jean. “On the quay.” *Ports*, edited by Ken Sato, Strait Press, 1999, pp. 5–9.",
        ),
        (
            CHAPTER,
            APA,
            ENTRY,
            "Mori, H. J. (1999). On the quay. In K. Sato (Ed.), *Ports* (pp. 5–9). Strait Press.",
        ),
        (
            LETTER,
            NOTES,
            FULL,
            (
                "Haru Jean Mori and Harbour Office, “Letter to the town: on the ferry,” July 16, 1956, B AG 105, "
                "ICRC Archives."
            ),
        ),
        (LETTER, NOTES, SHORT, "Mori and Harbour Office, “Letter to the town.”"),
        (
            LETTER,
            APA,
            ENTRY,
            (
                "Mori, H. J., & Harbour Office. (1956, July 16). *Letter to the town: on the ferry*. B AG 105; "
                "ICRC Archives."
            ),
        ),
        (PAGE, NOTES, FULL, "“Harbour news,” Minase, accessed May 3, 2020, <https://x.org>."),
        (PAGE, NOTES, ENTRY, "“Harbour news.” Minase. Accessed May 3, 2020. <https://x.org>."),
        (PAGE, YEARS, SHORT, "(“Harbour news” n.d.)"),
        (PAGE, MLA, ENTRY, "“Harbour news.” *Minase*, <https://x.org>. Accessed 3 May 2020."),
        (PAGE, APA, ENTRY, "*Harbour news*. (n.d.). Minase. Retrieved May 3, 2020, from <https://x.org>"),
        (REPORT, NOTES, FULL, "Office, *Count*, White Paper 12 (Office, July 1959)."),
        (REPORT, MLA, ENTRY, "Office. *Count*. White Paper 12, July 1959."),
        (REPORT, APA, ENTRY, "Office. (1959, July). *Count* (White Paper 12)."),
        (CASE, NOTES, FULL, "*A v. B*, 12 (wa) 3 (High Court, November 30, 2009)."),
        (CASE, NOTES, SHORT, "*A v. B*."),
        (CASE, MLA, ENTRY, "High Court. *A v. B*. 12 (wa) 3, 30 Nov. 2009."),
        (CASE, APA, ENTRY, "A v. B, 12 (wa) 3 (High Court 2009)."),
        (CASE, APA, SHORT, "(*A v. B*, 2009)"),
        (TREATY, NOTES, FULL, "“Agreement on Ferries,” Japan–Republic of Korea, June 22, 1965."),
        (TREATY, APA, ENTRY, "Agreement on Ferries, Japan–Republic of Korea, June 22, 1965."),
        (BLOG, NOTES, FULL, "A blogger, “On a letter,” *Blue* (blog), July 2016."),
        (BLOG, APA, ENTRY, "A blogger. (2016, July). On a letter. *Blue*."),
        (BROADCAST, NOTES, FULL, "KBS, “Stop the ship,” *KBS News*, aired August 17, 2009."),
        (BROADCAST, APA, ENTRY, "KBS. (2009, August 17). *Stop the ship*. In *KBS News*."),
        (
            PICTURE,
            NOTES,
            FULL,
            "Ken Sato, *Niigata, the shop*, 1959–1967, Photograph, Audiovisual Archives.",
        ),
        (
            PICTURE,
            APA,
            ENTRY,
            "Sato, K. (1959–1967). *Niigata, the shop* \\[Photograph\\]. Audiovisual Archives.",
        ),
    ],
)
def test_each_style_has_its_form(source: Work, style: CitationStyle, use: Use, expected: str) -> None:
    assert said(source, style, use) == expected


def test_an_author_of_several_works_is_told_by_title_in_the_text_of_mla() -> None:
    assert cite_in_style(ARTICLE, MLA, SHORT, tells_title=True).text == "(Mori, “A ferry at last?”)"


def test_what_stands_for_a_title_keeps_its_brackets_and_has_no_quotation_marks() -> None:
    review = work(type="article-journal", title="[article on a book]", **{"container-title": "Ebisu"})
    assert said(review, NOTES) == "\\[article on a book\\]. *Ebisu*, n.d."
    assert said(review, NOTES, SHORT) == "\\[article on a book\\]."
    assert said(review, APA) == "\\[article on a book\\]. (n.d.). *Ebisu*."


def test_an_original_title_stands_in_brackets() -> None:
    book = work(type="book", title="The crossing", **{"original-title": "渡し"})
    assert said(book, NOTES) == "*The crossing* \\[渡し\\]. n.d."


def test_quotation_marks_within_quotation_marks_are_single_and_marks_go_inside() -> None:
    article = work(type="article-newspaper", title="A “ferry” and 'hope'", **{"container-title": "Gazette"})
    assert said(article, NOTES) == "“A ‘ferry’ and 'hope.'” *Gazette*, n.d."
    assert said(article, APA) == "A “ferry” and 'hope'. (n.d.). *Gazette*."


def test_a_work_with_nothing_but_a_title_can_be_cited() -> None:
    assert [said(work(), style) for style in CitationStyle] == [
        "“A work.” n.d.",
        "“A work.” n.d.",
        "“A work.”",
        "*A work*. (n.d.).",
    ]


def test_editors_stand_for_authors_and_are_called_so() -> None:
    book = work(type="book", title="Readings", editor=[MORI, SATO], issued="1961")
    assert said(book, NOTES, FULL) == "Haru Jean Mori and Ken Sato, eds., *Readings* (1961)."
    assert said(book, MLA) == "Mori, Haru Jean, and Ken Sato, editors. *Readings*. 1961."
    assert said(book, APA) == "Mori, H. J., & Sato, K. (Eds.). (1961). *Readings*."
    assert said(book, NOTES, SHORT) == "Mori and Sato, *Readings*."


def test_a_withheld_address_is_in_no_form() -> None:
    hidden = work(title="Letter", URL="https://x.org/secret", DOI="10.1/secret", url_policy="withhold")
    for style in CitationStyle:
        for use in Use:
            assert "secret" not in cite_in_style(hidden, style, use).html


def test_a_newspaper_beside_a_byline_is_told_once() -> None:
    names = [MORI, {"literal": "Gazette"}]
    article = work(type="article-newspaper", title="News", author=names, **{"container-title": "Gazette"})
    assert said(article, NOTES) == "Mori, Haru Jean. “News.” *Gazette*, n.d."


def test_a_site_that_is_the_author_is_told_once() -> None:
    page = work(
        type="webpage", title="News", author=[{"literal": "Minase"}], **{"container-title": "minase (site)"}
    )
    assert said(page, APA) == "Minase. (n.d.). *News*."
    assert is_same("Minase", "minase (site)")
    assert not is_same("", "")


@pytest.mark.parametrize("kind", [*FORM_OF, "document", "hearing", "something-new"])
@pytest.mark.parametrize("style", list(CitationStyle))
def test_every_type_can_be_cited_with_everything_in_it(kind: str, style: CitationStyle) -> None:
    full = work(
        type=kind,
        title="T",
        author=[MORI],
        editor=[SATO],
        translator=[SATO],
        publisher="P",
        archive="Ar",
        archive_location="box 3",
        volume="1",
        issue="2",
        page="3-4",
        number="5",
        edition="6th",
        genre="G",
        medium="M",
        issued="1959-08-13",
        URL="https://x.org",
        **{
            "container-title": "C",
            "collection-title": "S",
            "publisher-place": "Pl",
            "event-title": "E",
        },
    )
    for use in Use:
        cited = cite_in_style(full, style, use).text
        assert "T" in cited or use is SHORT
        assert not any(fault in cited for fault in ("..", ",,", " ,", " .", ",.", "()", "[]"))


# -- how works stand ------------------------------------------------------------------------------


def test_works_of_one_author_and_year_have_letters_by_title() -> None:
    found = standings(
        [
            ("late", work(title="B", author=[MORI], issued="2007-08")),
            ("early", work(title="A", author=[MORI], issued="2007-12")),
            ("other", work(title="C", author=[MORI], issued="2005")),
            ("alone", work(title="D", author=[SATO], issued="2007")),
            ("nobody", work(title="E", issued="2007")),
            ("none", work(title="F", issued="2007")),
        ]
    )
    assert found["early"] == Standing("a", is_author_shared=True)
    assert found["late"] == Standing("b", is_author_shared=True)
    assert found["other"] == Standing("", is_author_shared=True)
    assert found["alone"] == found["nobody"] == found["none"] == Standing()


def test_a_letter_stands_after_the_year() -> None:
    lettered = replace(work(title="B", author=[MORI], issued="2007-08-29"), letter="b")
    assert said(lettered, YEARS, SHORT) == "(Mori 2007b)"
    assert said(lettered, APA) == "Mori, H. J. (2007b, August 29). *B*."
    assert said(replace(work(author=[MORI]), letter="a"), APA, SHORT) == "(Mori, n.d.-a)"
    assert said(replace(work(issued="1959"), letter="a"), APA, SHORT) == "(*A work*, 1959)"


def test_letters_go_on_after_z() -> None:
    assert [letters(number) for number in (0, 25, 26, 51, 52)] == ["a", "z", "aa", "az", "ba"]
