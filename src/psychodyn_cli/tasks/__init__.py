"""What commands do, once they have been called: find, make a page, show it.

Apart from `commands/`, so that completion loads signatures and nothing of this.
"""
