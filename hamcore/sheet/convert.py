"""SVG to PDF and PNG. The converter is a large library, so it is loaded only when it is asked for something."""

PNG_SCALE = 2.0
"""Pixels of a picture for each unit of its SVG."""


def to_pdf(svg: str) -> bytes:
    """The drawing as a page of that size in points; its text stays text."""
    from vl_convert import svg_to_pdf

    return svg_to_pdf(svg)


def to_png(svg: str, scale: float = PNG_SCALE) -> bytes:
    """The drawing as a picture, ``scale`` pixels to the unit."""
    from vl_convert import svg_to_png

    return svg_to_png(svg, scale=scale)
