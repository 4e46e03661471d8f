"""A sheet to draw on: shapes and texts in, one `<svg>` element out. All text is escaped here."""

from collections.abc import Sequence
from html import escape
from unicodedata import east_asian_width

from zhenyin.report.formatting import clean

WIDTH = 680.0
SIZE = 12.0
TEXT, SECONDARY, NOTE = "#1D2129", "#4E5969", "#626D7A"
HAIR, BAR, PALE = "#E5E6EB", "#AEB6C1", "#F2F3F5"
BLUE, WORSE = "#0B6BCB", "#C4320A"
SERIES = (BLUE, "#B35C00", "#2F7D5B", "#8A4FBF", "#A23B72", "#5B6470")
FONTS = "Noto Sans CJK SC, PingFang SC, HarmonyOS Sans SC, Microsoft YaHei, sans-serif"

Points = Sequence[tuple[float, float]]


class Sheet:
    """Shapes in the order in which they were put; the later lies above."""

    def __init__(self, height: float, width: float = WIDTH) -> None:
        self.width, self.height = width, height
        self._shapes: list[str] = []

    def rect(self, x: float, y: float, width: float, height: float, fill: str, **options: object) -> None:
        self._put("rect", "", x=x, y=y, width=max(width, 0.0), height=max(height, 0.0), fill=fill, **options)

    def line(self, x1: float, y1: float, x2: float, y2: float, ink: str = HAIR, **options: object) -> None:
        self._put("line", "", x1=x1, y1=y1, x2=x2, y2=y2, stroke=ink, **options)

    def dot(self, x: float, y: float, ink: str, radius: float = 3.0) -> None:
        self._put("circle", "", cx=x, cy=y, r=radius, fill=ink)

    def path(self, points: Points, ink: str, *, dashed: bool = False, thick: float = 2.0) -> None:
        """A line through the points."""
        if len(points) < 2:
            return
        options: dict[str, object] = {"stroke_dasharray": "4 3"} if dashed else {}
        placed = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._put("polyline", "", points=placed, fill="none", stroke=ink, stroke_width=thick, **options)

    def area(self, upper: Points, lower: Points, fill: str) -> None:
        """The band between two lines."""
        around = [*upper, *reversed(lower)]
        if len(around) > 2:
            self._put("polygon", "", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in around), fill=fill)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        ink: str = SECONDARY,
        *,
        anchor: str = "start",
        bold: bool = False,
        turned: float = 0,
    ) -> None:
        """A text whose base line is at y."""
        options: dict[str, object] = {"font_weight": 600} if bold else {}
        if turned:
            options["transform"] = f"rotate({turned:g} {x:.1f} {y:.1f})"
        self._put("text", clean(text), x=x, y=y, fill=ink, text_anchor=anchor, **options)

    def svg(self, label: str) -> str:
        """The whole picture. label: what it shows, for who cannot see it."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width:g} {self.height:g}" '
            f'role="img" aria-label="{escape(clean(label))}" font-family="{FONTS}" font-size="{SIZE:g}">'
        )
        return head + "".join(self._shapes) + "</svg>"

    def _put(self, name: str, content: str, /, **given: object) -> None:
        attributes = " ".join(f'{key.replace("_", "-")}="{_shown(value)}"' for key, value in given.items())
        self._shapes.append(
            f"<{name} {attributes}>{escape(content)}</{name}>" if content else f"<{name} {attributes}/>"
        )


def width_of(text: str) -> float:
    """About how wide a text is: a Han character is as wide as it is high, a Latin one a little over half.

    >>> width_of("省份"), round(width_of("ab"))
    (24.0, 13)
    """
    return sum(SIZE if east_asian_width(c) in "WF" else SIZE * 0.55 for c in text)


def fitted(text: str, width: float) -> str:
    """The text, cut off with an ellipsis where it is too wide.

    >>> fitted("扫地机器人与门锁", 60)
    '扫地机器…'
    """
    if width_of(text) <= width:
        return text
    while text and width_of(text) > width - SIZE:
        text = text[:-1]
    return text + "…"


def _shown(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else escape(str(value))
