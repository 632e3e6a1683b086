"""Assignments (责任分解): who carries out a commitment, by when, in which steps — and whether they took it on."""
