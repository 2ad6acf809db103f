"""What the letters' colours mean: a small sRGB profile (ICC version 2), made from the standard.

Written here rather than shipped as a file, so that its origin and licence raise no question.
"""

from struct import pack

# The primaries of IEC 61966-2-1, adapted to D50 (Bradford), and D50 itself, in 1/65536.
_PRIMARIES = {
    b"rXYZ": (0x6FA2, 0x38F5, 0x0390),
    b"gXYZ": (0x6299, 0xB785, 0x18DA),
    b"bXYZ": (0x24A0, 0x0F84, 0xB6CF),
}
_D50 = (0xF6D6, 0x10000, 0xD32D)
_CURVE_POINTS = 256


def profile() -> bytes:
    """An ICC profile of the sRGB colour space, the same bytes every time."""
    elements = {
        b"desc": _description("sRGB"),
        b"cprt": b"text\0\0\0\0No rights reserved\0",
        b"wtpt": _xyz(_D50),
    }
    elements |= {name: _xyz(values) for name, values in _PRIMARIES.items()}
    elements |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), _curve())
    table, data, places = b"", b"", dict[bytes, int]()
    start = 128 + 4 + 12 * len(elements)
    for name, element in elements.items():
        if element not in places:
            places[element] = start + len(data)
            data += element + b"\0" * (-len(element) % 4)
        table += pack(">4sLL", name, places[element], len(element))
    body = pack(">L", len(elements)) + table + data
    return _header(128 + len(body)) + body


def _header(size: int) -> bytes:
    day = (2026, 1, 1, 0, 0, 0)
    start = pack(">L4sL4s4s4s6H4s", size, b"\0" * 4, 0x02100000, b"mntr", b"RGB ", b"XYZ ", *day, b"acsp")
    return start.ljust(68, b"\0") + pack(">3L", *_D50).ljust(60, b"\0")


def _description(text: str) -> bytes:
    ascii_text = text.encode("ascii") + b"\0"
    # After the plain text an empty Unicode one and an empty Macintosh one, both of fixed layout.
    return b"desc\0\0\0\0" + pack(">L", len(ascii_text)) + ascii_text + b"\0" * (8 + 70)


def _xyz(values: tuple[int, int, int]) -> bytes:
    return b"XYZ \0\0\0\0" + pack(">3L", *values)


def _curve() -> bytes:
    points = (round(65535 * _linear(index / (_CURVE_POINTS - 1))) for index in range(_CURVE_POINTS))
    return b"curv\0\0\0\0" + pack(f">L{_CURVE_POINTS}H", _CURVE_POINTS, *points)


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
