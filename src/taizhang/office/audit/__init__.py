"""Audit (留痕): every sign-in, change of state and export, in one chain of entries that shows where it was tampered with.

- ``actions`` what can be recorded, as data · ``chain`` the form an entry is digested in · ``sm3`` the digest · ``models``
  rows that are written once · ``services`` record · ``verification`` walk the chain and name its first break · ``anchors``
  heads of the chain kept elsewhere · ``breaks`` what can be wrong with it, in words.

A floor above records with ``record(Act(…))`` inside the transaction of its change; a floor below with ``pages.trail``.
What was refused is recorded outside of the transaction that fails, or it would be undone with it.
"""
