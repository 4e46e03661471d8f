"""Users, passwords, sessions and the first-admin link."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.engine import Connection

from zhenyin.account import service, session, store
from zhenyin.account.models import PERMISSIONS, ROLES
from zhenyin.core.errors import Conflict, Forbidden, Invalid, NotFound, Unauthenticated

AT = datetime(2026, 3, 5, 14, 5)
PASSWORD = "long enough 1"


def boss(db: Connection) -> str:
    return service.create_user(db, "boss", "Boss", "admin", PASSWORD, AT).person.id


def test_a_password_is_kept_as_an_argon2id_hash(db: Connection) -> None:
    kept = store.user(db, boss(db))
    assert kept is not None
    assert kept.password.startswith("$argon2id$")
    assert PASSWORD not in kept.password


def test_wrong_login_and_wrong_password_cannot_be_told_apart(db: Connection) -> None:
    boss(db)
    messages = set()
    for login, password in (("boss", "wrong"), ("nobody", PASSWORD)):
        with pytest.raises(Unauthenticated) as refused:
            session.authenticate(db, login, password)
        messages.add(str(refused.value))
    assert len(messages) == 1


def test_logins_do_not_depend_on_upper_and_lower_case(db: Connection) -> None:
    boss(db)
    assert session.authenticate(db, " BOSS ", PASSWORD).person.login == "boss"
    with pytest.raises(Conflict, match="login-taken"):
        service.create_user(db, "Boss", "", "viewer", PASSWORD, AT)


@pytest.mark.parametrize("password", ["short", "", "boss-boss-boss"])
def test_a_weak_password_is_refused(db: Connection, password: str) -> None:
    with pytest.raises(Invalid, match="password-weak"):
        service.create_user(db, "boss-boss-boss", "", "admin", password, AT)


def test_a_session_ends_when_its_time_is_over(db: Connection) -> None:
    token, csrf = session.begin(db, boss(db), AT)
    found = session.find(db, token, AT + session.SESSION_LASTS - timedelta(seconds=1))
    assert found is not None
    assert (found[0].login, found[1]) == ("boss", csrf)
    assert session.find(db, token, AT + session.SESSION_LASTS) is None
    assert session.find(db, "", AT) is None


def test_tokens_are_kept_as_hashes_only(db: Connection) -> None:
    token, _ = session.begin(db, boss(db), AT)
    kept = db.execute(store.SESSIONS.select()).one().token_hash
    assert token not in kept
    assert len(kept) == 64


def test_who_is_shut_out_is_out_at_once(db: Connection) -> None:
    boss(db)
    ann = service.create_user(db, "ann", "", "viewer", PASSWORD, AT).person.id
    token, _ = session.begin(db, ann, AT)
    service.change_user(db, ann, AT, active=False)
    assert session.find(db, token, AT) is None
    with pytest.raises(Unauthenticated):
        session.authenticate(db, "ann", PASSWORD)


def test_a_new_password_ends_the_other_sessions(db: Connection) -> None:
    user = boss(db)
    here, there = session.begin(db, user, AT)[0], session.begin(db, user, AT)[0]
    person = service.get_user(db, user).person
    service.change_own_password(db, person, "another long one", here)
    assert session.find(db, here, AT) is not None
    assert session.find(db, there, AT) is None
    with pytest.raises(Unauthenticated):
        session.authenticate(db, "boss", PASSWORD)
    assert session.authenticate(db, "boss", "another long one").person == person


@pytest.mark.parametrize("change", [{"role": "viewer"}, {"active": False}])
def test_the_last_administrator_stays(db: Connection, change: dict) -> None:
    user = boss(db)
    with pytest.raises(Conflict, match="last-admin"):
        service.change_user(db, user, AT, **change)
    service.create_user(db, "second", "", "admin", PASSWORD, AT)
    service.change_user(db, user, AT, **change)


def test_the_first_admin_link_works_once(db: Connection) -> None:
    token = session.first_admin_token(db, AT)
    assert token is not None
    with pytest.raises(Forbidden, match="link-used"):
        service.create_first_admin(db, "guessed", "eve", "", PASSWORD, AT)
    service.create_first_admin(db, token, "boss", "", PASSWORD, AT)
    with pytest.raises(Forbidden, match="link-used"):
        service.create_first_admin(db, token, "eve", "", PASSWORD, AT)
    assert session.first_admin_token(db, AT) is None


def test_a_link_that_is_over_or_replaced_is_refused(db: Connection) -> None:
    old = session.first_admin_token(db, AT)
    new = session.first_admin_token(db, AT)
    for token, at in ((old, AT), (new, AT + session.LINK_LASTS)):
        with pytest.raises(Forbidden, match="link-used"):
            service.create_first_admin(db, str(token), "boss", "", PASSWORD, at)


def test_an_unknown_role_or_user_is_named(db: Connection) -> None:
    with pytest.raises(NotFound, match="admin"):
        service.create_user(db, "ann", "", "amin", PASSWORD, AT)  # type: ignore[arg-type]
    with pytest.raises(NotFound, match="user-unknown"):
        service.user_by_login(db, "ann")


def test_roles_grow_from_viewer_to_admin() -> None:
    assert ROLES["viewer"] < ROLES["supervisor"] < ROLES["analyst"] < ROLES["admin"] == PERMISSIONS
    assert not any(permission.endswith(".write") for permission in ROLES["viewer"])
    assert {name for name in ROLES["agent"] if not name.endswith(".read")} == {"ticket.write"}
