-- What statements count under, and how many public ones do, on SQLite (see counts.py).

-- `facets`: elements of a list in JSON. `since`: from when on readers see the statement, if ever.
CREATE TABLE IF NOT EXISTS search_facets (
    key INTEGER PRIMARY KEY,
    speech_id INTEGER NOT NULL UNIQUE,
    since TEXT,
    is_counted INTEGER NOT NULL,
    facets TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS search_facets_waiting ON search_facets (since)
    WHERE NOT is_counted AND since IS NOT NULL;

CREATE TABLE IF NOT EXISTS search_count (
    token TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    facet TEXT NOT NULL AS (substr(token, 1, instr(token, ' ') - 1)) STORED
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS search_count_most ON search_count (facet, number DESC, token);

DROP VIEW IF EXISTS search_facets_source;
CREATE VIEW search_facets_source AS
SELECT
    speech.sort_key AS key,
    speech.id AS speech_id,
    CASE speech.state WHEN 'published'
        THEN max(speech.published_at, coalesce(speech.embargo_until, speech.published_at))
    END AS since,
    (
        SELECT group_concat(json_quote(token), ',')
        FROM (
            SELECT 'all ' AS token
            UNION
            SELECT 'kind ' || speech.kind
            UNION
            SELECT 'year ' || (speech.sort_key / 100000000000000)
            WHERE speech.sort_key >= 100000000000000
            UNION
            SELECT iif(tag.kind = 'framework', 'framework ', 'tag ') || tag.id
            FROM speeches_taggedspeech AS tagged
            JOIN speeches_tag AS tag ON tag.id = tagged.tag_id
            WHERE tagged.content_object_id = speech.id
            UNION
            SELECT 'speaker ' || speaker_id
            FROM speeches_attribution
            WHERE speech_id = speech.id AND role = 'author' AND speaker_id IS NOT NULL
            UNION
            SELECT 'office ' || tenure.office_id
            FROM speeches_attribution AS author
            JOIN speeches_tenure AS tenure ON tenure.id = author.tenure_id
            WHERE author.speech_id = speech.id AND author.role = 'author'
            AND author.speaker_id IS NOT NULL
            UNION
            SELECT 'event ' || id
            FROM speeches_event WHERE id IN (speech.event_id, speech.occasion_id)
            UNION
            SELECT 'series ' || series_id
            FROM speeches_event
            WHERE id IN (speech.event_id, speech.occasion_id) AND series_id IS NOT NULL
            UNION
            SELECT 'country ' || country
            FROM speeches_event WHERE id = speech.event_id AND country <> ''
            UNION
            SELECT 'city ' || city
            FROM speeches_event WHERE id = speech.event_id AND city <> ''
            UNION
            SELECT 'status ' || status
            FROM speeches_speechtext WHERE speech_id = speech.id AND excerpt <> ''
            UNION
            SELECT 'language ' || language
            FROM speeches_speechtext WHERE speech_id = speech.id AND excerpt <> ''
            ORDER BY token
        )
    ) AS facets
FROM speeches_speech AS speech;

-- A statement counts from the moment on when somebody can see it.

DROP TRIGGER IF EXISTS search_facets_made;
CREATE TRIGGER search_facets_made AFTER INSERT ON search_facets WHEN NEW.is_counted
BEGIN
    INSERT INTO search_count (token, number)
    SELECT value, 1 FROM json_each('[' || NEW.facets || ']') WHERE TRUE
    ON CONFLICT (token) DO UPDATE SET number = number + 1;
END;

DROP TRIGGER IF EXISTS search_facets_due;
CREATE TRIGGER search_facets_due AFTER UPDATE OF is_counted ON search_facets WHEN NEW.is_counted
BEGIN
    INSERT INTO search_count (token, number)
    SELECT value, 1 FROM json_each('[' || NEW.facets || ']') WHERE TRUE
    ON CONFLICT (token) DO UPDATE SET number = number + 1;
END;

DROP TRIGGER IF EXISTS search_facets_gone;
CREATE TRIGGER search_facets_gone AFTER DELETE ON search_facets WHEN OLD.is_counted
BEGIN
    UPDATE search_count SET number = number - 1
    WHERE token IN (SELECT value FROM json_each('[' || OLD.facets || ']'));
END;

DROP VIEW IF EXISTS search_recount;
CREATE VIEW search_recount AS SELECT id AS speech_id FROM speeches_speech;

CREATE TRIGGER search_recounted INSTEAD OF INSERT ON search_recount
WHEN NOT EXISTS (SELECT 1 FROM speeches_rewriting WHERE speech_id = NEW.speech_id)
BEGIN
    DELETE FROM search_facets WHERE speech_id = NEW.speech_id;
    INSERT INTO search_facets (key, speech_id, since, is_counted, facets)
    SELECT
        key, speech_id, since,
        coalesce(since <= strftime('%Y-%m-%d %H:%M:%f', 'now') || '999', FALSE), facets
    FROM search_facets_source WHERE speech_id = NEW.speech_id;
    UPDATE search_facets SET is_counted = TRUE
    WHERE NOT is_counted AND since <= strftime('%Y-%m-%d %H:%M:%f', 'now') || '999';
END;
