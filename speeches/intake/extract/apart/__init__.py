"""
What reads files that may be hostile: pages of the web, Word, PDF. It runs in a process apart.

Nothing here imports Django or the rest of the project, so that the process starts quickly, holds
no secrets and can be ended at any moment. Import rule: the standard library, one library for each
format, and one another, always relatively.
"""
