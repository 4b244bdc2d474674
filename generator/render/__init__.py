"""Page → bytes, through a theme: templates, styles, and nothing that a template could not say itself."""
