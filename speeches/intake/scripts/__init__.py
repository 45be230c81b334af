"""
What documents in Arabic, Chinese and Russian say in formulas, a module of tables for each.

These languages know no capitals to tell a name by, or bend it: each way of putting something is a
row, with groups ``office``, ``name`` or ``event``. The tables import nothing of the reader;
``heads`` reads the lines above a text by them, ``voices`` the people of a story. A formula that is
missing is a new row; a new language is a new module with the same names.
"""
