# SPDX-License-Identifier: MIT
"""The page of an excerpt leads to the questions in which an account rests on its words."""

from PySide6.QtWidgets import QApplication

from tests.sample_documents import harbour
from tests.ui.panel_setup import dress, look, show, spoken
from timeline_app.model.showing import Showing
from timeline_app.ui.panels.excerpt_page import ExcerptPage


def test_a_question_to_which_the_words_speak_leads_to_its_accounts(qt_app: QApplication) -> None:
    dress(qt_app)
    page, showing = ExcerptPage(), Showing(harbour())
    asked: list[str] = []
    page.claim_requested.connect(asked.append)
    excerpt = showing.excerpt("plan")
    assert excerpt is not None
    page.fill(excerpt, "", showing, look())
    show(page, 480, 800)
    assert "Who asked for the ferry" in spoken(page)
    assert "how many boats were lost" not in spoken(page)
    next(iter(page.questions.rows)).click()
    assert asked == ["who-asked"]
    page.close()
