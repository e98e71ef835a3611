"""A casebook in the terminal: tables of events, a report with its words marked, one event with all its words."""
