"""The command: options in, the pipeline, words out. Modules are imported by the command that needs them."""
