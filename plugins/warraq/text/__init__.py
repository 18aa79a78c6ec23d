"""Pure reading of text: characters, Arabic, languages, dates."""
