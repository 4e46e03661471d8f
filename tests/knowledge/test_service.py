"""An article counts once a person has read it; what was measured is not edited."""

from datetime import datetime

import pytest

from zhenyin.core.errors import Conflict, NotFound
from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.knowledge import lifecycle, service, store
from zhenyin.knowledge.models import Article

AT = datetime(2026, 3, 2, 9)
EFFECT = Words("变化 −40%", "changed by −40 %")


def proposed(workspace: Workspace) -> Article:
    with workspace.store.begin() as db:
        return service.propose(
            db, "prb-1", "zhenyin", AT, title="漏水", symptom="渗水", cause="门封", fix="更换", effect=EFFECT
        )


def test_what_is_proposed_is_read_back_whole(workspace: Workspace) -> None:
    article = proposed(workspace)
    with workspace.store.read() as db:
        assert service.get(db, article.id) == article


def test_only_moves_of_the_table_are_made(workspace: Workspace) -> None:
    article = proposed(workspace)
    with workspace.store.begin() as db:
        for here in lifecycle.MOVES:
            for to, move in (("published", service.publish), ("retired", service.retire)):
                store.change(db, article.id, state=here)
                if to in lifecycle.MOVES[here]:
                    assert move(db, article.id, "li", AT).state == to
                else:
                    with pytest.raises(Conflict, match="article-move"):
                        move(db, article.id, "li", AT)


def test_the_effect_stays_as_it_was_measured(workspace: Workspace) -> None:
    article = proposed(workspace)
    with workspace.store.begin() as db:
        edited = service.edit(db, article.id, "li", AT, cause="门封太硬", effect="变化 −90%")
    assert (edited.cause, edited.effect) == ("门封太硬", EFFECT)


def test_an_edit_that_changes_nothing_leaves_the_review(workspace: Workspace) -> None:
    article = proposed(workspace)
    with workspace.store.begin() as db:
        published = service.publish(db, article.id, "wang", AT)
        assert service.edit(db, article.id, "li", AT, fix="更换", title=None) == published


def test_an_unknown_article_is_refused(workspace: Workspace) -> None:
    with workspace.store.read() as db, pytest.raises(NotFound, match="article-unknown"):
        service.get(db, "kno-x")
