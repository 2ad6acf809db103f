"""A frozen decision in, the bytes of a letter out.

`record` is what goes in, `drawing` what brings it to paper; the first is light, the second loads ReportLab.
"""
