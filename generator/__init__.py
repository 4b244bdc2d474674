"""smallwins: a folder of Markdown becomes a progress site.

The way through, each stage a folder, each a function from frozen values to frozen values:

    Source → Document → Entry → Journal → Insights → Page → Artifact → site

The floors, top to bottom; a room imports only from floors below its own (import-linter holds it):

    cli                   commands, options, the terminal
    edit | publish | serve   the only writer of content/ | the way to readers | the preview
    desk                  the journal as its writer sees it, for the terminal and for editors
    build                 the pipeline, read top to bottom
    workers               reading and drawing, shared among processes
    cache | write         what the last build knew | artifacts → files, atomically; the manifest
    render                Page → bytes, through a theme
    pages                 journal and insights → frozen views
    words                 numbers and enums → sentences, in the site's language
    insights | charts     journal → figures | numbers → geometry
    journal               entries → linked, gated, frozen journal
    read                  files → entries
    entries               what can be written: kinds, keys, amounts
    config                site.yaml
    base                  places, problems, slugs, urls, dates
"""

__version__ = "0.1.0"
