"""Access tokens: what they may do, for how long, and what of them is kept."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy.engine import Connection

from zhenyin.account import service, store, tokens
from zhenyin.account.models import AccessToken, Person, Role, local_operator
from zhenyin.core.errors import Forbidden, Invalid, NotFound

AT = datetime(2026, 3, 5, 14, 5)
PASSWORD = "long enough 1"
READS = ("question.read", "signal.read")


def person(db: Connection, login: str, role: Role = "analyst") -> Person:
    return service.create_user(db, login, "", role, PASSWORD, AT).person


def make(db: Connection, owner: Person, permissions: tuple[str, ...] = READS) -> tuple[AccessToken, str]:
    return tokens.create(db, owner, "nightly export", permissions, tokens.DAYS, AT)


def refused(db: Connection, secret: str, at: datetime = AT) -> str:
    with pytest.raises(tokens.InvalidToken) as why:
        tokens.authenticate(db, secret, at)
    assert why.value.challenge == 'Bearer error="invalid_token"'
    return why.value.code


def test_a_token_stands_for_its_owner_and_may_do_what_it_was_made_for(db: Connection) -> None:
    ann = person(db, "ann")
    token, secret = make(db, ann)
    found = tokens.authenticate(db, secret, AT)
    assert (found.id, found.token) == (ann.id, token)
    assert found.permissions == set(READS)
    assert ann.may("signal.write")
    assert not found.may("signal.write")


def test_the_secret_is_long_random_and_kept_as_a_hash_only(db: Connection) -> None:
    ann = person(db, "ann")
    first, second = make(db, ann), make(db, ann)
    assert first[1] != second[1]
    assert first[1].startswith(f"zhy_{first[0].id}_")
    assert len(first[1].split("_", 2)[2]) == 43  # 256 bits, six to a character
    for row in db.execute(store.ACCESS_TOKENS.select()):
        assert first[1].split("_", 2)[2] not in str(row)
        assert len(row.secret_hash) == 64


@pytest.mark.parametrize(
    "change",
    [
        lambda secret: secret[:-1] + ("A" if secret[-1] != "A" else "B"),
        lambda secret: secret[:-2] + ("AA" if secret[-2:] != "AA" else "BB"),
        lambda secret: secret[:4] + "0" * 16 + secret[20:],
        lambda secret: secret[:-1],
        lambda secret: secret + "A",
        lambda secret: secret.upper(),
        lambda secret: secret.split("_", 2)[2],
        lambda _: "",
    ],
)
def test_a_wrong_secret_is_refused_whatever_it_looks_like(db: Connection, change: object) -> None:
    _, secret = make(db, person(db, "ann"))
    assert refused(db, change(secret)) == "token-unknown"  # type: ignore[operator]
    assert tokens.authenticate(db, secret, AT).login == "ann"


def test_the_secret_of_another_token_does_not_open_this_one(db: Connection) -> None:
    ann = person(db, "ann")
    (first, _), (_, other) = make(db, ann), make(db, ann)
    assert refused(db, f"zhy_{first.id}_{other.split('_', 2)[2]}") == "token-unknown"


def test_a_token_ends_when_its_time_is_over(db: Connection) -> None:
    token, secret = make(db, person(db, "ann"))
    assert token.expires_at == AT + timedelta(days=90)
    assert tokens.authenticate(db, secret, token.expires_at - timedelta(seconds=1))
    assert refused(db, secret, token.expires_at) == "token-expired"
    assert [token.state(AT), token.state(token.expires_at)] == ["active", "expired"]


def test_a_revoked_token_is_over_at_once_and_stays_listed(db: Connection) -> None:
    ann = person(db, "ann")
    token, secret = make(db, ann)
    revoked, owner = tokens.revoke(db, token.id, ann, AT)
    assert (revoked.state(AT), owner) == ("revoked", ann)
    assert refused(db, secret) == "token-revoked"
    again, _ = tokens.revoke(db, token.id, ann, AT + timedelta(days=1))
    assert again.revoked_at == AT
    assert store.tokens(db, ann.id, 10, 0) == ([(revoked, ann)], 1)


def test_a_token_shrinks_and_grows_with_the_role_of_its_owner(db: Connection) -> None:
    ann = person(db, "ann")
    _, secret = make(db, ann, ("intake.write", "signal.write", "signal.read"))
    service.change_user(db, ann.id, AT, role="supervisor")
    assert tokens.authenticate(db, secret, AT).permissions == {"signal.write", "signal.read"}
    service.change_user(db, ann.id, AT, role="viewer")
    assert tokens.authenticate(db, secret, AT).permissions == {"signal.read"}
    service.change_user(db, ann.id, AT, role="admin")
    assert tokens.authenticate(db, secret, AT).permissions == {"intake.write", "signal.write", "signal.read"}


def test_a_token_ends_with_its_owner_and_does_not_come_back(db: Connection) -> None:
    ann, bob = person(db, "ann"), person(db, "bob")
    _, secret = make(db, ann)
    _, other = make(db, bob)
    service.change_user(db, ann.id, AT, active=False)
    assert refused(db, secret) == "token-revoked"
    service.change_user(db, ann.id, AT, active=True)
    assert refused(db, secret) == "token-revoked"
    assert tokens.authenticate(db, other, AT).login == "bob"


def test_nobody_gives_a_token_more_than_they_have(db: Connection) -> None:
    ann = person(db, "ann", "viewer")
    with pytest.raises(Forbidden, match=r"ticket.write.*\[token-permission-missing\]"):
        make(db, ann, ("ticket.read", "ticket.write"))
    for wrong in ((), ("ticket.fly",)):
        with pytest.raises(Invalid, match="token-permissions-invalid"):
            make(db, ann, wrong)


def test_who_has_no_account_has_no_token(db: Connection) -> None:
    with pytest.raises(Forbidden, match="token-without-account"):
        make(db, local_operator("zh"))


@pytest.mark.parametrize(
    ("name", "days", "code"),
    [
        ("", 90, "token-name-invalid"),
        ("  ", 90, "token-name-invalid"),
        ("n" * 81, 90, "token-name-invalid"),
        ("n", 0, "token-days-invalid"),
        ("n", 367, "token-days-invalid"),
    ],
)
def test_a_token_has_a_name_and_an_end(db: Connection, name: str, days: int, code: str) -> None:
    with pytest.raises(Invalid, match=code):
        tokens.create(db, person(db, "ann"), name, READS, days, AT)


def test_only_its_owner_and_administrators_revoke_a_token(db: Connection) -> None:
    ann, bob, boss = person(db, "ann"), person(db, "bob"), person(db, "boss", "admin")
    token, secret = make(db, ann)
    for wrong in (token.id, "no-such-token"):
        with pytest.raises(NotFound, match="token-not-found"):
            tokens.revoke(db, wrong, bob, AT)
    assert tokens.authenticate(db, secret, AT)
    assert tokens.revoke(db, token.id, boss, AT)[1] == ann


def test_the_last_use_is_noted_once_a_minute(db: Connection) -> None:
    token, _ = make(db, person(db, "ann"))
    assert not tokens.is_use_noted(token, AT)
    tokens.note_use(db, token, AT)
    kept = store.token(db, token.id)
    assert kept is not None
    assert tokens.is_use_noted(kept[0], AT + timedelta(seconds=59))
    assert not tokens.is_use_noted(kept[0], AT + timedelta(seconds=60))


def test_tokens_are_listed_by_owner_or_all_page_by_page(db: Connection) -> None:
    ann, bob = person(db, "ann"), person(db, "bob")
    mine = [make(db, ann)[0] for _ in range(3)]
    his, _ = make(db, bob)
    listed, total = store.tokens(db, ann.id, 2, 1)
    assert (total, {token.id for token, _ in listed} < {token.id for token in mine}) == (3, True)
    everything, total = store.tokens(db, None, 10, 0)
    assert (total, (his, bob) in everything) == (4, True)
