"""SM3 (国密杂凑): the digest of GB/T 32905-2016, by OpenSSL where it offers it, else by the few lines below."""

import hashlib
from collections.abc import Iterator

WORD = 0xFFFFFFFF
BLOCK = 64
START = (0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E)
EARLY = 16  # rounds before the boolean functions and the constant change
CONSTANTS = (0x79CC4519, 0x7A879D8A)
OFFERED = "sm3" in hashlib.algorithms_available


def sm3(content: bytes) -> str:
    """The digest in hexadecimal."""
    return hashlib.new("sm3", content).hexdigest() if OFFERED else sm3_by_hand(content)


def sm3_by_hand(content: bytes) -> str:
    """The digest in hexadecimal, with nothing but arithmetic: §5 of the standard."""
    state: tuple[int, ...] = START
    for block in _blocks(content):
        state = _compress(state, block)
    return "".join(f"{word:08x}" for word in state)


def _blocks(content: bytes) -> Iterator[bytes]:
    """The content, a one bit, zeros and its length in bits, 64 bytes at a time (§5.2)."""
    zeros = bytes(-(len(content) + 9) % BLOCK)
    padded = content + b"\x80" + zeros + (8 * len(content)).to_bytes(8, "big")
    return (padded[start : start + BLOCK] for start in range(0, len(padded), BLOCK))


def _expand(block: bytes) -> list[int]:
    """68 words made of the 16 of a block (§5.3.2)."""
    words = [int.from_bytes(block[start : start + 4], "big") for start in range(0, BLOCK, 4)]
    for j in range(16, 68):
        mixed = _p1(words[j - 16] ^ words[j - 9] ^ _turn(words[j - 3], 15))
        words.append(mixed ^ _turn(words[j - 13], 7) ^ words[j - 6])
    return words


def _compress(state: tuple[int, ...], block: bytes) -> tuple[int, ...]:
    """One block mixed into the state (§5.3.3); letters as in the standard."""
    words = _expand(block)
    a, b, c, d, e, f, g, h = state
    for j in range(64):
        turned = _turn(a, 12)
        ss1 = _turn((turned + e + _turn(CONSTANTS[j >= EARLY], j % 32)) & WORD, 7)
        ff = a ^ b ^ c if j < EARLY else (a & b) | (a & c) | (b & c)
        gg = e ^ f ^ g if j < EARLY else (e & f) | (~e & g)
        tt1 = (ff + d + (ss1 ^ turned) + (words[j] ^ words[j + 4])) & WORD
        tt2 = (gg + h + ss1 + words[j]) & WORD
        a, b, c, d = tt1, a, _turn(b, 9), c
        e, f, g, h = _p0(tt2), e, _turn(f, 19), g
    return tuple(old ^ new for old, new in zip(state, (a, b, c, d, e, f, g, h), strict=True))


def _turn(word: int, by: int) -> int:
    """Rotated to the left."""
    return ((word << by) | (word >> (32 - by))) & WORD


def _p0(word: int) -> int:
    return word ^ _turn(word, 9) ^ _turn(word, 17)


def _p1(word: int) -> int:
    return word ^ _turn(word, 15) ^ _turn(word, 23)
