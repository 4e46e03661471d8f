"""Users: made, changed, shut out, held to what they may do. The last administrator always stays."""

import re
from datetime import datetime
from typing import Any, get_args

from sqlalchemy.engine import Connection

from zhenyin.account import passwords, session, store
from zhenyin.account.models import LOCAL_LOGIN, Person, Role, User
from zhenyin.account.passwords import Hash
from zhenyin.core import ids
from zhenyin.core.errors import Conflict, Forbidden, Invalid, NotFound, unknown
from zhenyin.core.words import Language, Words

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._@-]{1,79}")


def create_user(
    db: Connection, login: str, name: str, role: Role, password: str, at: datetime, language: Language = "zh"
) -> User:
    """Make an account. password: its hash, or itself where nobody waits for `db`.

    Raises Invalid for a weak password or a strange login, Conflict when the login is taken.
    """
    login = login.strip().lower()
    if not _LOGIN.fullmatch(login):
        raise Invalid(
            "login-invalid",
            en=f"The login {login!r} cannot be used. Take 2 to 80 of a-z 0-9 . _ @ - and begin with a letter or digit.",
            zh=f"账号 {login} 不可用。请用 2 到 80 个小写字母、数字或 . _ @ -，以字母或数字开头。",
        )
    if login == LOCAL_LOGIN or store.user_by_login(db, login):
        raise Conflict(
            "login-taken", en=f"The login {login!r} is taken. Choose another.", zh=f"账号 {login} 已被占用，请换一个。"
        )
    person = Person(ids.new("user"), login, name.strip() or login, check_role(role), language)
    user = User(person, _hash(password, login), True, at, None)
    store.insert_user(db, user)
    return user


def create_first_admin(
    db: Connection, token: str, login: str, name: str, password: str, at: datetime, language: Language = "zh"
) -> User:
    """The one-time link is exchanged for the first account. Raises Forbidden when it is used up, over or wrong."""
    require_link(db, token, at)
    store.take_link(db, session.digest(token), at)
    return create_user(db, login, name, "admin", password, at, language)


def require_link(db: Connection, token: str, at: datetime) -> None:
    """Raises Forbidden unless this is the one-time link, and there is no user yet."""
    if store.count_users(db) or not store.has_link(db, session.digest(token), at):
        raise Forbidden(
            "link-used",
            en="This link has been used, or a newer one was printed. Use the link that `zhenyin serve` printed last.",
            zh="该链接已使用或已失效。请使用 zhenyin serve 最近一次打印的链接。",
        )


def change_user(db: Connection, user_id: str, at: datetime, **changes: Any) -> User:
    """Change name, role, language, active or password (None: leave as it is).

    Who is shut out loses sessions and access tokens for good; a new password ends the sessions.
    """
    user = get_user(db, user_id)
    values = {name: value for name, value in changes.items() if value is not None}
    if "role" in values:
        check_role(values["role"])
    if "password" in values:
        values["password"] = _hash(values["password"], user.person.login)
    loses_power = values.get("role", "admin") != "admin" or values.get("active") is False
    if user.person.role == "admin" and loses_power and not store.count_other_admins(db, user_id):
        raise Conflict(
            "last-admin",
            en=f"{user.person.login!r} is the last administrator. Make another one first.",
            zh=f"{user.person.login} 是最后一位管理员。请先指定另一位管理员。",
        )
    if values:
        store.change_user(db, user_id, **values)
    if values.get("active") is False or "password" in values:
        store.delete_sessions_of(db, user_id)
    if values.get("active") is False:
        store.revoke_tokens_of(db, user_id, at)
    return get_user(db, user_id)


def change_own_password(db: Connection, person: Person, new: str, token: str) -> None:
    """new: the password, or its hash. Other sessions of the person end. The old password was checked before."""
    store.change_user(db, person.id, password=_hash(new, person.login))
    store.delete_sessions_of(db, person.id, but=session.digest(token))


def require(person: Person, permission: str) -> None:
    """Raises Forbidden when the role, or the access token that was shown, lacks the permission."""
    if person.may(permission):
        return
    if person.token and permission not in person.token.permissions:
        raise Forbidden(
            "permission-missing",
            en=f"The access token {person.token.name!r} lacks the permission {permission}. Use one that has it.",
            zh=f"访问令牌“{person.token.name}”没有权限 {permission}。请使用有此权限的令牌。",
        )
    raise Forbidden(
        "permission-missing",
        en=f"The role {person.role} lacks the permission {permission}. Ask an administrator.",
        zh=f"角色 {person.role} 没有权限 {permission}。请联系管理员。",
    )


def get_user(db: Connection, user_id: str) -> User:
    user = store.user(db, user_id)
    if user is None:
        raise NotFound("user-unknown", en=f"There is no user {user_id!r}.", zh=f"没有用户 {user_id}。")
    return user


def user_by_login(db: Connection, login: str) -> User:
    user = store.user_by_login(db, login.strip().lower())
    if user is None:
        raise unknown(Words("用户", "user"), login, (u.person.login for u in store.users(db)), "user-unknown")
    return user


def check_role(role: str) -> Role:
    for known in get_args(Role):
        if role == known:
            return role  # type: ignore[return-value]
    raise unknown(Words("角色", "role"), role, get_args(Role), "role-unknown")


def _hash(password: str, login: str) -> str:
    return password if isinstance(password, Hash) else passwords.hashed(password, login)
