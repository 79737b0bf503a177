"""An analysis in other shapes: plain data and JSON, rows for data frames, displaCy's spans."""
