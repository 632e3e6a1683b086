"""Word comments (Word 批注): findings in the margin of a Word file, nothing else of the file changed.

``comment`` the noun and its wording · ``anchors`` which characters of the file a finding points at · ``markers`` cuts runs
there and sets the marks · ``comments_part`` the comments themselves · ``repack`` the file again · ``new_file`` a file for
documents that were none.
"""
