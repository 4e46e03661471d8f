"""Check digits: Luhn's of bank cards, ISO 7064's of identity cards, and that of vehicle numbers (ISO 3779)."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VIN_VALUES = dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_PROVINCES = frozenset(
    (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83)
)


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of a card number.

    >>> luhn("4111111111111111"), luhn("4111111111111112")
    (True, False)
    """
    doubled = (int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits)))
    return sum(number - 9 * (number > 9) for number in doubled) % 10 == 0


def identity(number: str) -> bool:
    """Whether the last sign is the check digit of a Chinese identity number of 18.

    >>> identity("11010519491231002X"), identity("110105194912310021")
    (True, False)
    """
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == number[17].upper()


def region_and_birthday(number: str) -> bool:
    """Whether an identity number of 15 or 18 begins with a province, and has a day within."""
    day = number[6:14] if len(number) == 18 else f"19{number[6:12]}"
    return (
        int(number[:2]) in _PROVINCES
        and 1 <= int(day[4:6]) <= 12
        and 1 <= int(day[6:8]) <= 31
        and day[:2] in ("19", "20")
    )


def vehicle(number: str) -> bool:
    """Whether the ninth sign is the check digit of a vehicle identification number.

    >>> vehicle("1HGCM82633A004352"), vehicle("1HGCM82643A004352")
    (True, False)
    """
    values = (int(sign) if sign.isdigit() else _VIN_VALUES[sign] for sign in number)
    rest = sum(value * weight for value, weight in zip(values, _VIN_WEIGHTS, strict=True)) % 11
    return number[8] == ("X" if rest == 10 else str(rest))
