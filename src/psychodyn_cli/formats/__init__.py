"""Page → terminal · plain · markdown. JSON comes from the entries themselves, not from the page."""
