"""Page → terminal · plain · markdown · html, plots as SVG, cards for Anki.

JSON comes from the entries themselves, not from the page.
"""
