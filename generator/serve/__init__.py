"""The preview: the site as it comes to be, on this machine alone. It never writes to public/."""
