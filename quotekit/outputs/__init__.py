"""An analysis in other shapes: data and JSON, rows for data frames, displaCy's spans, a page."""
