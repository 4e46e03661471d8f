"""Customers whom a file calls by their own names, phones or e-mails: a keyed hash tells them apart and names nobody."""

from zhenyin.warehouse import expressions as sql

_WIDE = "".join(map(chr, range(0xFF01, 0xFF5F)))
_NARROW = "".join(map(chr, range(0x21, 0x7F)))


def hashed(cell: str, whole: str, key: str) -> str:
    """The hash of a cell: of a number or an address where it is one (pattern `whole`), else of a name."""
    return f"CASE WHEN regexp_full_match({cell}, {sql.text(whole)}) THEN {of_contact(cell, key)} ELSE {of_name(cell, key)} END"


def of_contact(cell: str, key: str) -> str:
    """The hash of a phone number or an e-mail address, however it is set off."""
    bare = f"lower(regexp_replace({cell}, '[^0-9A-Za-z@.]', '', 'g'))"
    local = f"regexp_replace({bare}, '^86(1[0-9]{{10}})$', '\\1')"
    # Most numbers are written without anything else, and hashing takes as long as making them so.
    return _hash(f"CASE WHEN regexp_full_match({cell}, '[0-9]{{11}}') THEN {cell} ELSE {local} END", key)


def of_name(cell: str, key: str) -> str:
    """The hash of a name: wide letters, large letters and blanks make no difference, nor do blanks in a Chinese name."""
    plain = f"lower(translate(nfc_normalize({cell}), {sql.text(_WIDE)}, {sql.text(_NARROW)}))"
    spaced = f"trim(regexp_replace({plain}, '[\\s\\p{{Zs}}]+', ' ', 'g'))"
    return _hash(f"'name:' || regexp_replace({spaced}, '(\\p{{Han}}) ', '\\1', 'g')", key)


def _hash(text: str, key: str) -> str:
    return f"'p-' || substr(sha256({sql.text(key)} || {text}), 1, 16)"


def share(relation: str, key: str, names: str, rows: int = 2_000) -> str:
    """The statement that tells which share of the different cells of a staged column look like `names`, in percent."""
    cells = f"SELECT DISTINCT {sql.cleaned(key)} AS cell FROM {relation}"
    return f"""SELECT 100 * avg(regexp_full_match(cell, {sql.text(names)})::INTEGER)
               FROM ({cells} LIMIT {rows}) WHERE cell IS NOT NULL"""
