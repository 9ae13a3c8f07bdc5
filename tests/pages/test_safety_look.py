"""Signs to stop at: a list under each heading, the urgent one on its own ground, and no text becomes markup."""

from hamcore.screens.safety_words import SignList, choices
from pages._parts.safety_look import signs
from pages._parts.terms import explained
from tests.unit.shipped import shipped


def test_every_sign_is_an_item_of_its_own_and_the_urgent_list_stands_out() -> None:
    lists = [part for choice in choices(shipped()) for part in choice.lists if part.signs]
    for part in lists:
        drawn = signs(part)
        assert drawn.count("<li>") == len(part.signs)
        assert ("hc-urgent" in drawn) == part.is_urgent
        assert part.words in drawn
    assert sum(part.is_urgent for part in lists) == 1


def test_a_sign_stays_text() -> None:
    assert "<b>" not in signs(SignList("<b>t</b>", "<b>w</b>", ("<b>s</b>",)))


def test_a_term_can_be_reached_with_the_keyboard_and_says_what_it_means() -> None:
    drawn = explained("Best e1RM of <b>all</b>")
    assert drawn.count('tabindex="0"') == 1
    assert "Estimated one-repetition maximum" in drawn
    assert "<b>" not in drawn
