"""Plots as inline SVG; colors come from the page, so that they follow its light or dark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

WIDTH: Final = 360
HEIGHT: Final = 260
LEFT, TOP, RIGHT, BOTTOM = 44, 12, 12, 40  # margins in user units

Point = tuple[float, float]


def curve_plot(title: str, points: Sequence[Point], x: str, y: str) -> str:
    """Return a curve through *points*, both coordinates 0..1, with the axis names *x* and *y*."""
    return _framed(title, x, y, [_curve(points)])


def diagonal_plot(title: str, points: Sequence[Point], x: str, y: str) -> str:
    """Return *points* as dots on a curve, and the diagonal that they should lie on."""
    dots = [f'<circle class="dot" cx="{_x(a):.1f}" cy="{_y(b):.1f}" r="3.5"/>' for a, b in points]
    return _framed(title, x, y, [f'<line class="diagonal" {_line((0, 0), (1, 1))}/>', _curve(points), *dots])


def _curve(points: Sequence[Point]) -> str:
    path = " ".join(f"{_x(a):.1f},{_y(b):.1f}" for a, b in points)
    return f'<polyline class="curve" points="{path}"/>'


def _framed(title: str, x: str, y: str, drawn: Sequence[str]) -> str:
    ticks = []
    for value in (0.0, 0.25, 0.5, 0.75, 1.0):
        ticks.append(f'<line class="grid" {_line((0, value), (1, value))}/>')
        ticks.append(f'<text x="{LEFT - 6}" y="{_y(value) + 4:.1f}" text-anchor="end">{value:g}</text>')
        ticks.append(f'<text x="{_x(value):.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{value:g}</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    names = (
        f'<text x="{middle}" y="{HEIGHT - 6}" text-anchor="middle">{x}</text>'
        f'<text transform="translate(12 {HEIGHT / 2 - 14}) rotate(-90)" text-anchor="middle">{y}</text>'
    )
    inside = "".join((*ticks, names, *drawn))
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{title}"><title>{title}</title>{inside}</svg>'


def _x(value: float) -> float:
    return LEFT + value * (WIDTH - LEFT - RIGHT)


def _y(value: float) -> float:
    return HEIGHT - BOTTOM - value * (HEIGHT - TOP - BOTTOM)


def _line(start: Point, end: Point) -> str:
    return f'x1="{_x(start[0]):.1f}" y1="{_y(start[1]):.1f}" x2="{_x(end[0]):.1f}" y2="{_y(end[1]):.1f}"'
