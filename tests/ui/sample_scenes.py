# SPDX-License-Identifier: MIT
"""Scenes made by hand: every kind of end, dot, label, link and frame that a painter must know."""

from timeline_app.base.geometry import Point, Rect, Size
from timeline_app.scene.items import (
    ArcShape,
    BarShape,
    Cover,
    DotShape,
    Emphasis,
    EndStyle,
    HatchShape,
    Item,
    Kind,
    Layer,
    LinkHead,
    LinkLine,
    Scene,
    SealFill,
    SealShape,
    Sign,
    SignShape,
    Target,
    TargetKind,
    TextStyle,
)
from timeline_app.ui.canvas.metrics import QtMeasurer

NOWHERE = Rect(0.0, 0.0, 0.0, 0.0)
ROW = 34.0
LANES = ("plum", "indigo", "ochre", "teal", "vermilion", "slate", "moss", "umber")


def event(ordinal: int, part: str = "") -> Target:
    """Return the identity of an event in the first lane."""
    return Target(TargetKind.EVENT, ordinal, 0, part)


def ground(size: Size) -> Item:
    """Return the ground of a picture."""
    return Item(Kind.BAND, "canvas-ground", Layer.GROUND, Rect(0.0, 0.0, *size))


def bar(
    x: float, y: float, w: float, colour: str, shape: BarShape, emphasis: Emphasis = Emphasis.NONE
) -> Item:
    """Return a bar of the usual height."""
    return Item(Kind.BAR, "event-bar", Layer.BAR, Rect(x, y, w, 26.0), event(0), "", colour, emphasis, shape)


def dot(x: float, y: float, colour: str, shape: DotShape, emphasis: Emphasis = Emphasis.NONE) -> Item:
    """Return a dot about a point."""
    r = shape.radius_px
    box = Rect(x - r, y - r, 2 * r, 2 * r)
    return Item(Kind.DOT, "event-dot", Layer.MARK, box, event(0), "", colour, emphasis, shape)


def label(
    x: float,
    y: float,
    text: str,
    *,
    font: str = "label",
    role: str = "event-label",
    language: str = "en",
    layer: Layer = Layer.LABEL,
    width: float = 0.0,
    align: int = -1,
    colour: str = "",
    emphasis: Emphasis = Emphasis.NONE,
) -> Item:
    """Return a label in a row of the usual height."""
    style = TextStyle(font, language, align)
    return Item(Kind.LABEL, role, layer, Rect(x, y, width, ROW), None, text, colour, emphasis, style)


def plain_scene(size: Size, items: list[Item]) -> Scene:
    """Return a scene without areas of its own."""
    return Scene(
        size, tuple(sorted([ground(size), *items], key=lambda item: item.layer)), NOWHERE, NOWHERE, NOWHERE
    )


def bars_scene() -> Scene:
    """Every pair of ends, plain, hollow, thin and emphasised, each with its name."""
    solid, fade, onward, unknown = EndStyle.SOLID, EndStyle.FADE, EndStyle.OPEN, EndStyle.UNKNOWN
    rows = [
        ("both days known", "plum", solid, solid, 0.0, 0.0),
        ("doubt to both sides", "indigo", fade, fade, 60.0, 90.0),
        ("start known, end fades", "ochre", solid, fade, 0.0, 120.0),
        ("start fades, goes on", "teal", fade, onward, 50.0, 0.0),
        ("start known, end unknown", "vermilion", solid, unknown, 0.0, 80.0),
        ("start unknown", "slate", unknown, solid, 60.0, 0.0),
        ("came from before, goes on", "moss", onward, onward, 0.0, 0.0),
        ("nothing certain", "umber", fade, fade, 130.0, 130.0),
    ]
    items: list[Item] = []
    for number, (text, colour, left, right, left_px, right_px) in enumerate(rows):
        y = 8.0 + number * ROW
        items.append(
            Item(Kind.BAND, "lane-ground", Layer.BAND, Rect(0.0, y - 4.0, 720.0, ROW), None, "", colour)
        )
        for hollow, x in ((False, 20.0), (True, 380.0)):
            shape = BarShape(x + left_px, x + 260.0 - right_px, left, right, hollow)
            emphasis = Emphasis.NONE
            items.append(bar(x, y, 260.0, colour, shape, emphasis))
            items.append(label(x + 24.0, y - 4.0, text))
        for place, emphasis in enumerate((Emphasis.HOVERED, Emphasis.CONNECTED, Emphasis.DIMMED)):
            x = 662.0 + place * 74.0
            shape = BarShape(x + left_px / 6, x + 60.0 - right_px / 6, left, right)
            items.append(bar(x, y, 60.0, colour, shape, emphasis))
        strip = Rect(886.0, y + 8.0, 60.0, 6.0)
        thin = BarShape(896.0, 930.0, left, right, thin=True)
        items.append(Item(Kind.BAR, "event-bar", Layer.STRIP, strip, event(1), "", colour, detail=thin))
    return plain_scene(Size(960.0, 8.0 + len(rows) * ROW), items)


def marks_scene() -> Scene:
    """Dots of all sorts, labels in three languages, badges, rings, ticks and eras."""
    items: list[Item] = []
    names = [
        ("en", "Cabinet approves departures", "13 Feb 1959"),
        ("ja", "在日朝鮮人の帰国事業が始まる", "昭和34年12月14日"),
        ("ko", "재일조선인 귀국사업 시작, 歸國船 출항", "1959년 12월 14일"),
        ("en", "Chōsen Sōren and P’yŏngyang 朝鮮総連", "c. 1955"),
    ]
    for number, colour in enumerate(LANES):
        y = 8.0 + number * ROW
        middle = y + ROW / 2
        items.append(Item(Kind.BAND, "lane-ground", Layer.BAND, Rect(64.0, y, 700.0, ROW), None, "", colour))
        items.append(Item(Kind.BAND, "lane-rule", Layer.HEAD, Rect(60.0, y, 4.0, ROW), None, "", colour))
        name = colour if len(colour) < 8 else "brick"
        head = label(0.0, y, name, font="lane-head", role="lane-head", width=52.0, align=1, colour=colour)
        items.append(head)
        for place, shape in enumerate(
            (
                DotShape(4.0),
                DotShape(6.0),
                DotShape(6.0, hollow=True),
                DotShape(5.0, halo_left_px=18.0, halo_right_px=18.0),
                DotShape(5.0, hollow=True, halo_left_px=18.0, halo_right_px=18.0),
            )
        ):
            items.append(dot(84.0 + place * 38.0 + (18.0 if place > 2 else 0.0), middle, colour, shape))
        for place, emphasis in enumerate((Emphasis.HOVERED, Emphasis.CONNECTED, Emphasis.DIMMED)):
            items.append(dot(316.0 + place * 28.0, middle, colour, DotShape(5.0), emphasis))
        language, title, date = names[number % len(names)]
        dimmed = Emphasis.DIMMED if number >= 6 else Emphasis.NONE
        strong = "label-strong" if number % 2 else "label"
        items.append(label(404.0, y, title, font=strong, language=language, emphasis=dimmed))
        width = QtMeasurer().width_px(title, strong, language)
        items.append(
            label(
                404.0 + width + 10.0, y, date,
                font="label-date", role="event-date", language=language, emphasis=dimmed,
            )
        )  # fmt: skip
        badge = Rect(776.0, middle - 10.0, 40.0, 20.0)
        items.append(Item(Kind.BADGE, "badge", Layer.LABEL, badge, text=f"+{3 * number + 2}"))
    items.append(Item(Kind.RING, "focus-ring", Layer.OVERLAY, Rect(398.0, 13.0, 330.0, 24.0), colour="plum"))
    items.append(
        Item(Kind.RING, "hover-ring", Layer.OVERLAY, Rect(398.0, 47.0, 330.0, 24.0), colour="indigo")
    )
    items.append(Item(Kind.RING, "box", Layer.OVERLAY, Rect(72.0, 84.0, 230.0, 92.0)))
    return plain_scene(Size(830.0, 16.0 + len(LANES) * ROW), items)


def story_scene() -> Scene:
    """A piece of a real canvas: axis, eras, lanes, a selected card with its links, the rest dimmed."""
    size = Size(900.0, 420.0)
    lanes = Rect(150.0, 78.0, 750.0, 342.0)
    axis = Rect(150.0, 0.0, 750.0, 48.0)
    heads = Rect(0.0, 78.0, 150.0, 342.0)
    items: list[Item] = [
        Item(Kind.BAND, "axis-ground", Layer.HEAD, axis),
        Item(Kind.BAND, "heads-ground", Layer.HEAD, heads),
        Item(Kind.LINE, "axis-line", Layer.AXIS, Rect(150.0, 47.0, 750.0, 1.0)),
    ]
    items += _axis(lanes)
    items += _eras(lanes)
    for number, (name, colour) in enumerate(
        (("The migrants", "plum"), ("Japan", "indigo"), ("The Red Cross", "vermilion"))
    ):
        y = lanes.y + 4.0 + number * 113.0
        target = Target(TargetKind.LANE, number, number)
        items.append(
            Item(Kind.BAND, "lane-ground", Layer.BAND, Rect(150.0, y, 750.0, 109.0), target, "", colour)
        )
        items.append(Item(Kind.BAND, "lane-rule", Layer.HEAD, Rect(146.0, y, 4.0, 109.0), target, "", colour))
        head = label(0.0, y, name, font="lane-head", role="lane-head", width=134.0, align=1, colour=colour)
        items.append(head._replace(layer=Layer.AXIS, target=target))
        for x in range(20):
            mark = Rect(160.0 + (x * 97 + number * 31) % 720, y + 100.0, 4.0, 6.0)
            emphasis = Emphasis.DIMMED if x % 3 else Emphasis.NONE
            items.append(Item(Kind.TICK, "strip-mark", Layer.STRIP, mark, event(x), "", colour, emphasis))
    items += _events()
    return Scene(size, tuple(sorted([ground(size), *items], key=lambda item: item.layer)), lanes, axis, heads)


def _axis(lanes: Rect) -> list[Item]:
    items: list[Item] = []
    for year, x in ((1958, 210.0), (1959, 440.0), (1960, 670.0)):
        items.append(Item(Kind.TICK, "axis-tick-major", Layer.AXIS, Rect(x, 4.0, 1.0, 44.0)))
        items.append(Item(Kind.LINE, "grid-major", Layer.GRID, Rect(x, 48.0, 1.0, 372.0)))
        text = Rect(x + 6.0, 3.0, 50.0, 24.0)
        items.append(
            Item(
                Kind.LABEL,
                "axis-label-major",
                Layer.AXIS,
                text,
                text=str(year),
                detail=TextStyle("axis-major", "en"),
            )
        )
        second = Rect(x + 54.0, 3.0, 60.0, 24.0)
        items.append(
            Item(
                Kind.LABEL, "axis-label-second", Layer.AXIS, second,
                text=f"昭和{year - 1925}", detail=TextStyle("axis-second", "ja"),
            )
        )  # fmt: skip
        for number, month in enumerate(("Apr", "Jul", "Oct")):
            tick_x = x + 57.5 * (number + 1)
            items.append(Item(Kind.TICK, "axis-tick-minor", Layer.AXIS, Rect(tick_x, 42.0, 1.0, 6.0)))
            place = Rect(tick_x - 20.0, 26.0, 40.0, 16.0)
            style = TextStyle("axis-minor", "en", 0)
            items.append(Item(Kind.LABEL, "axis-label-minor", Layer.AXIS, place, text=month, detail=style))
    return [item for item in items if item.rect.x < lanes.right]


def _eras(lanes: Rect) -> list[Item]:
    items: list[Item] = []
    eras = (
        ("Secret contacts", "en", 150.0, 440.0),
        ("Campaign", "en", 440.0, 640.0),
        ("帰国船の出航", "ja", 640.0, 900.0),
    )
    for number, (name, language, left, right) in enumerate(eras):
        role = "era-alternate" if number % 2 else "era"
        place = Rect(left, 48.0, right - left, 28.0)
        items.append(Item(Kind.BAND, role, Layer.HEAD, place, Target(TargetKind.ERA, number)))
        text = Rect(left + 12.0, 48.0, right - left - 24.0, 28.0)
        style = TextStyle("era", language)
        items.append(Item(Kind.LABEL, "era-label", Layer.AXIS, text, text=name, detail=style))
        if number:
            items.append(Item(Kind.LINE, "era-edge", Layer.GRID, Rect(left, 48.0, 1.0, lanes.bottom - 48.0)))
    return items


def _events() -> list[Item]:
    dim, near, chosen = Emphasis.DIMMED, Emphasis.CONNECTED, Emphasis.SELECTED
    fade, solid = EndStyle.FADE, EndStyle.SOLID
    card = Rect(428.0, 316.0, 296.0, 34.0)
    links = (
        (
            ArcShape((Point(700.0, 116.0), Point(700.0, 302.0), Point(450.0, 302.0), Point(450.0, 316.0))),
            "link",
        ),
        (
            ArcShape(
                (Point(350.0, 229.0), Point(350.0, 299.0), Point(442.0, 299.0), Point(442.0, 316.0)),
                LinkLine.DASHED,
                end=LinkHead.BARB,
                is_hollow=True,
            ),
            "link-judgement",
        ),
    )
    items = [
        dot(700.0, 105.0, "plum", DotShape(6.0), near),
        label(714.0, 88.0, "First two ships leave Niigata", font="label-strong", emphasis=near),
        bar(190.0, 126.0, 230.0, "plum", BarShape(240.0, 340.0, fade, fade), dim),
        label(222.0, 122.0, "Meetings ask to go", emphasis=dim),
        dot(350.0, 218.0, "indigo", DotShape(5.0), near),
        label(364.0, 201.0, "Cabinet approves departures", font="label-strong", emphasis=near),
        bar(180.0, 242.0, 250.0, "indigo", BarShape(180.0, 360.0, solid, fade), dim),
        label(200.0, 238.0, "Welfare payments to Koreans are cut", emphasis=dim),
        bar(500.0, 368.0, 500.0, "vermilion", BarShape(500.0, 1000.0, solid, EndStyle.OPEN), dim),
        label(516.0, 364.0, "Interviews before departure", emphasis=dim),
        Item(Kind.CARD, "event-card", Layer.CARD, card, event(7, "card"), "", "vermilion", chosen),
        dot(446.0, 333.0, "vermilion", DotShape(5.5), chosen)._replace(layer=Layer.RAISED),
        label(460.0, 316.0, "Calcutta agreement signed", font="label-strong", layer=Layer.RAISED),
        label(648.0, 316.0, "13 Aug 1959", font="label-date", role="event-date", layer=Layer.RAISED),
    ]  # fmt: skip
    for shape, role in links:
        items.append(
            Item(Kind.ARC, role, Layer.ARC, Rect(350.0, 105.0, 350.0, 218.0), event(7), "", "", near, shape)
        )
    return items


def overview_scene() -> Scene:
    """The overview with its marks, shade and window."""
    size = Size(640.0, 88.0)
    items: list[Item] = [Item(Kind.BAND, "overview-ground", Layer.GROUND, Rect(0.0, 0.0, *size))]
    for number, colour in enumerate(LANES):
        for place in range(14):
            x = 20.0 + (place * 61 + number * 37) % 600
            mark = Rect(x, 10.0 + number * 6.0, 3.0 + (place * 7) % 11, 4.0)
            items.append(Item(Kind.TICK, "overview-mark", Layer.STRIP, mark, None, "", colour))
    for number in range(6):
        style = TextStyle("overview", "en", 0)
        below = Rect(30.0 + number * 110.0, 66.0, 50.0, 16.0)
        items.append(
            Item(Kind.LABEL, "overview-label", Layer.AXIS, below, text=str(1910 + 20 * number), detail=style)
        )
    items.append(Item(Kind.BAND, "overview-shade", Layer.HEAD, Rect(0.0, 0.0, 250.0, 88.0)))
    items.append(Item(Kind.BAND, "overview-shade", Layer.HEAD, Rect(340.0, 0.0, 300.0, 88.0)))
    items.append(Item(Kind.RING, "overview-window", Layer.OVERLAY, Rect(250.0, 4.0, 90.0, 58.0)))
    items.sort(key=lambda item: item.layer)
    return Scene(size, tuple(items), Rect(0.0, 0.0, *size), NOWHERE, NOWHERE)


def evidence_scene() -> Scene:
    """Every seal, sign, cover and silence, a ghost and the cursor, on the grounds of the lanes."""
    items: list[Item] = []
    size = Size(760.0, 8 * ROW + 8.0)
    for row, colour in enumerate(LANES):
        y = 4.0 + row * ROW
        box = Rect(0.0, y, size.w, ROW - 2.0)
        items.append(Item(Kind.BAND, "lane-ground", Layer.BAND, box, None, "", colour))
        for lines in range(4):
            fill = list(SealFill)[row % len(SealFill)]
            x = 12.0 + lines * 26.0
            items.append(seal(x, y + 10.0, SealShape(lines, fill), colour))
        items.extend(_covered_marks(130.0, y + 4.0, colour, row))
        sign = list(Sign)[row % len(Sign)]
        items.append(dot(440.0, y + 12.0, colour, DotShape(5.0)))
        box = Rect(444.0, y + 17.0, 9.0, 9.0)
        items.append(Item(Kind.SIGN, "sign", Layer.LABEL, box, event(0), "", colour, detail=SignShape(sign)))
        strip = Rect(470.0, y + 18.0, 160.0, 8.0)
        shape = HatchShape(470.0 - row, is_dotted=row % 2 == 1)
        role = "silence-sparse" if shape.is_dotted else "silence"
        items.append(Item(Kind.HATCH, role, Layer.BAND, strip, None, "", colour, detail=shape))
    items.append(Item(Kind.BAND, "known-shade", Layer.GRID, Rect(690.0, 0.0, 70.0, size.h)))
    items.append(Item(Kind.LINE, "known-line", Layer.GRID, Rect(690.0, 0.0, 1.0, size.h)))
    for x in (650.0, 676.0):
        shape_of_ghost = DotShape(4.0, hollow=True, halo_left_px=12.0, halo_right_px=12.0)
        items.append(dot(x, 24.0, "plum", shape_of_ghost)._replace(role="ghost"))
    items.append(Item(Kind.LINE, "ghost-line", Layer.MARK, Rect(640.0, 23.5, 40.0, 1.0)))
    return plain_scene(size, items)


def seal(x: float, y: float, shape: SealShape, colour: str = "teal") -> Item:
    """Return a seal of its own size."""
    return Item(Kind.SEAL, "seal", Layer.LABEL, Rect(x, y, 12.0, 12.0), event(0), "", colour, detail=shape)


def _covered_marks(x: float, y: float, colour: str, row: int) -> list[Item]:
    """Return a dot and two bars, under each of the covers by turns."""
    cover = Cover.HATCHED if row % 2 == 0 else Cover.OUTLINED
    fade = EndStyle.FADE if row < 4 else EndStyle.UNKNOWN
    marks = [
        dot(x, y + 12.0, colour, DotShape(4.0 + row % 3, cover=cover)),
        bar(x + 20.0, y, 110.0, colour, BarShape(x + 20.0, x + 130.0, cover=cover)),
        bar(x + 150.0, y, 130.0, colour, BarShape(x + 190.0, x + 230.0, fade, fade, cover=cover)),
    ]
    if cover is Cover.OUTLINED:
        return [mark._replace(role="event-gone") for mark in marks]
    return marks
