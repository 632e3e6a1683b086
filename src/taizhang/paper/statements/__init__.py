"""Statements (表述): every quantified assertion of a document, with what it measures and how it is meant."""
