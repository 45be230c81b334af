-- The index of words on SQLite: one entry a statement, kept by triggers.
--
-- `search_source` says what an entry holds, `search_refresh` (insert the id of a statement into it)
-- makes an entry anew, and every table that an entry is made of has triggers that call it. Entries
-- are numbered by the statement's sort key, so that the newest come out first without sorting.
-- `stems`, `passage_stems`, `names_in`, `keys_in` and `joined` are functions of ours (see sqlite.py): a program
-- without them can't change an indexed table, so that index and tables can't get out of step.

CREATE TABLE IF NOT EXISTS search_entry (
    key INTEGER PRIMARY KEY,
    speech_id INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL,
    names TEXT NOT NULL,
    said TEXT NOT NULL,
    told TEXT NOT NULL,
    said_elsewhere TEXT NOT NULL,
    told_elsewhere TEXT NOT NULL,
    withheld TEXT NOT NULL,
    keys TEXT NOT NULL
);

-- How far `search rebuild` has come.
CREATE TABLE IF NOT EXISTS search_rebuilt (speech_id INTEGER NOT NULL);

CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5 (
    title, names, said, told, said_elsewhere, told_elsewhere, withheld, keys,
    content = 'search_entry', content_rowid = 'key',
    tokenize = "unicode61 remove_diacritics 0"
);

DROP TRIGGER IF EXISTS search_entry_made;
CREATE TRIGGER search_entry_made AFTER INSERT ON search_entry BEGIN
    INSERT INTO search_words
        (rowid, title, names, said, told, said_elsewhere, told_elsewhere, withheld, keys)
    VALUES
        (NEW.key, NEW.title, NEW.names, NEW.said, NEW.told, NEW.said_elsewhere,
         NEW.told_elsewhere, NEW.withheld, NEW.keys);
END;

DROP TRIGGER IF EXISTS search_entry_gone;
CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN
    INSERT INTO search_words
        (search_words, rowid, title, names, said, told, said_elsewhere, told_elsewhere,
         withheld, keys)
    VALUES
        ('delete', OLD.key, OLD.title, OLD.names, OLD.said, OLD.told, OLD.said_elsewhere,
         OLD.told_elsewhere, OLD.withheld, OLD.keys);
END;

-- What an entry is made of ---------------------------------------------------------------------

DROP VIEW IF EXISTS search_text;
CREATE VIEW search_text AS
SELECT
    text.id,
    text.speech_id,
    text.language,
    text.excerpt,
    COALESCE(rights.allows_full_text, FALSE) AS is_open,
    text.id = (
        SELECT other.id
        FROM speeches_speechtext AS other
        WHERE other.speech_id = text.speech_id
        ORDER BY
            other.excerpt = '',
            CASE other.status
                WHEN 'as-delivered' THEN 0 WHEN 'as-prepared' THEN 1 WHEN 'as-issued' THEN 2
                WHEN 'transcript' THEN 3 WHEN 'notes' THEN 4 WHEN 'reported' THEN 5 ELSE 6
            END,
            CASE other.coverage WHEN 'full' THEN 0 WHEN 'partial' THEN 1 ELSE 2 END,
            other.id
        LIMIT 1
    ) AS is_preferred
FROM speeches_speechtext AS text
LEFT JOIN speeches_document AS document ON document.id = text.document_id
LEFT JOIN speeches_rights AS rights ON rights.id = document.rights_id;

DROP VIEW IF EXISTS search_passage;
CREATE VIEW search_passage AS
SELECT
    text.speech_id,
    text.id * 1000000 + passage.position AS number,
    CASE
        WHEN NOT text.is_open THEN 'withheld'
        WHEN passage.voice = 'narration' THEN IIF(text.is_preferred, 'told', 'told_elsewhere')
        ELSE IIF(text.is_preferred, 'said', 'said_elsewhere')
    END AS place,
    passage_stems(passage.body, text.language) AS words
FROM search_text AS text
JOIN speeches_passage AS passage ON passage.text_id = text.id;

-- Every part of an entry looks its statement up by itself (`= speech.id`): SQLite doesn't carry a
-- condition into the branches of a view. Names come as one text, a line each, with the prefix of
-- their keys before a tab.
DROP VIEW IF EXISTS search_key;
DROP VIEW IF EXISTS search_name;
DROP VIEW IF EXISTS search_source;
CREATE VIEW search_source AS
SELECT
    key, speech_id, title, names_in(named) AS names, said, told, said_elsewhere, told_elsewhere,
    withheld, keys || ' ' || keys_in(named) AS keys
FROM (
    SELECT
        speech.sort_key AS key,
        speech.id AS speech_id,
        stems(speech.title, 'en') AS title,
        (
            SELECT joined(prefix, prefix || char(9) || name || char(10))
            FROM (
                SELECT 'sp' AS prefix, printed_as AS name
                FROM speeches_attribution
                WHERE speech_id = speech.id AND role = 'author' AND printed_as <> ''
                UNION ALL
                SELECT 'sp', speaker.name
                FROM speeches_attribution AS author
                JOIN speeches_speaker AS speaker ON speaker.id = author.speaker_id
                WHERE author.speech_id = speech.id AND author.role = 'author'
                UNION ALL
                SELECT 'sp', other.name
                FROM speeches_attribution AS author
                JOIN speeches_speakername AS other ON other.speaker_id = author.speaker_id
                WHERE author.speech_id = speech.id AND author.role = 'author'
                UNION ALL
                SELECT 'of', office.title
                FROM speeches_attribution AS author
                JOIN speeches_tenure AS tenure ON tenure.id = author.tenure_id
                JOIN speeches_office AS office ON office.id = tenure.office_id
                WHERE author.speech_id = speech.id AND author.role = 'author'
                UNION ALL
                SELECT 'ev', name
                FROM speeches_event
                WHERE id IN (speech.event_id, speech.occasion_id)
                UNION ALL
                SELECT 'ev', name
                FROM speeches_eventname
                WHERE event_id IN (speech.event_id, speech.occasion_id)
                UNION ALL
                SELECT 'se', series.name
                FROM speeches_event AS event
                JOIN speeches_eventseries AS series ON series.id = event.series_id
                WHERE event.id IN (speech.event_id, speech.occasion_id)
                UNION ALL
                SELECT 'se', other.name
                FROM speeches_event AS event
                JOIN speeches_seriesname AS other ON other.series_id = event.series_id
                WHERE event.id IN (speech.event_id, speech.occasion_id)
            )
        ) AS named,
        COALESCE((
            SELECT joined(number, words) FROM search_passage
            WHERE speech_id = speech.id AND place = 'said'
        ), '') AS said,
        stems(speech.summary, 'en') || COALESCE((
            SELECT ' ' || joined(id, stems(excerpt, language)) FROM search_text
            WHERE speech_id = speech.id AND NOT is_open
        ), '') || COALESCE((
            SELECT ' ' || joined(number, words) FROM search_passage
            WHERE speech_id = speech.id AND place = 'told'
        ), '') AS told,
        COALESCE((
            SELECT joined(number, words) FROM search_passage
            WHERE speech_id = speech.id AND place = 'said_elsewhere'
        ), '') AS said_elsewhere,
        COALESCE((
            SELECT joined(number, words) FROM search_passage
            WHERE speech_id = speech.id AND place = 'told_elsewhere'
        ), '') AS told_elsewhere,
        COALESCE((
            SELECT joined(number, words) FROM search_passage
            WHERE speech_id = speech.id AND place = 'withheld'
        ), '') AS withheld,
        'any kd' || replace(speech.kind, '-', '')
        || ' yr' || (speech.sort_key / 100000000000000) || COALESCE((
            SELECT ' ' || joined(key, key)
            FROM (
                SELECT DISTINCT 'la' || replace(language, '-', '') AS key
                FROM speeches_speechtext
                WHERE speech_id = speech.id AND excerpt <> ''
                UNION ALL
                SELECT 'tg' || tag_id
                FROM speeches_taggedspeech
                WHERE content_object_id = speech.id
                UNION ALL
                SELECT 'cy' || lower(country)
                FROM speeches_event
                WHERE id IN (speech.event_id, speech.occasion_id) AND country <> ''
            )
        ), '') AS keys
    FROM speeches_speech AS speech
);

-- Making an entry anew --------------------------------------------------------------------------

DROP VIEW IF EXISTS search_refresh;
CREATE VIEW search_refresh AS SELECT id AS speech_id FROM speeches_speech;

-- While a statement is being rewritten its entry waits: the end of the rewriting makes it anew.
CREATE TRIGGER search_refreshed INSTEAD OF INSERT ON search_refresh
WHEN NOT EXISTS (SELECT 1 FROM speeches_rewriting WHERE speech_id = NEW.speech_id)
BEGIN
    DELETE FROM search_entry WHERE speech_id = NEW.speech_id;
    INSERT INTO search_entry
        (key, speech_id, title, names, said, told, said_elsewhere, told_elsewhere, withheld, keys)
    SELECT
        key, speech_id, title, names, said, told, said_elsewhere, told_elsewhere, withheld, keys
    FROM search_source WHERE speech_id = NEW.speech_id;
    INSERT INTO search_learn (speech_id) VALUES (NEW.speech_id);
END;
