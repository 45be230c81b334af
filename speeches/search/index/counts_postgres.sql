-- What statements count under, and how many public ones do, on PostgreSQL (see counts.py).

-- `facets`: elements of a list in JSON. `since`: from when on readers see the statement, if ever.
CREATE TABLE IF NOT EXISTS search_facets (
    key bigint PRIMARY KEY,
    speech_id bigint NOT NULL UNIQUE,
    since timestamptz,
    is_counted boolean NOT NULL,
    facets text NOT NULL
);
CREATE INDEX IF NOT EXISTS search_facets_waiting ON search_facets (since)
    WHERE NOT is_counted AND since IS NOT NULL;

CREATE TABLE IF NOT EXISTS search_count (
    token text COLLATE "C" PRIMARY KEY,
    number bigint NOT NULL,
    facet text COLLATE "C" NOT NULL GENERATED ALWAYS AS (split_part(token, ' ', 1)) STORED
);
CREATE INDEX IF NOT EXISTS search_count_most ON search_count (facet, number DESC, token);

-- Changes that nobody has added up yet: two that publish at once don't wait for each other.
CREATE TABLE IF NOT EXISTS search_count_change (
    token text COLLATE "C" NOT NULL,
    number bigint NOT NULL
);

CREATE OR REPLACE VIEW search_facet AS
SELECT id AS speech_id, 'all ' AS token FROM speeches_speech
UNION
SELECT id, 'kind ' || kind FROM speeches_speech
UNION
SELECT id, 'year ' || (sort_key / 100000000000000)
FROM speeches_speech WHERE sort_key >= 100000000000000
UNION
SELECT
    tagged.content_object_id,
    CASE tag.kind WHEN 'framework' THEN 'framework ' ELSE 'tag ' END || tag.id
FROM speeches_taggedspeech AS tagged
JOIN speeches_tag AS tag ON tag.id = tagged.tag_id
UNION
SELECT speech_id, 'speaker ' || speaker_id
FROM speeches_attribution WHERE role = 'author' AND speaker_id IS NOT NULL
UNION
SELECT author.speech_id, 'office ' || tenure.office_id
FROM speeches_attribution AS author
JOIN speeches_tenure AS tenure ON tenure.id = author.tenure_id
WHERE author.role = 'author' AND author.speaker_id IS NOT NULL
UNION
SELECT speech.id, 'event ' || event.id
FROM speeches_speech AS speech
JOIN speeches_event AS event ON event.id IN (speech.event_id, speech.occasion_id)
UNION
SELECT speech.id, 'series ' || event.series_id
FROM speeches_speech AS speech
JOIN speeches_event AS event ON event.id IN (speech.event_id, speech.occasion_id)
WHERE event.series_id IS NOT NULL
UNION
SELECT speech.id, 'country ' || event.country
FROM speeches_speech AS speech
JOIN speeches_event AS event ON event.id = speech.event_id
WHERE event.country <> ''
UNION
SELECT speech.id, 'city ' || event.city
FROM speeches_speech AS speech
JOIN speeches_event AS event ON event.id = speech.event_id
WHERE event.city <> ''
UNION
SELECT speech_id, 'status ' || status FROM speeches_speechtext WHERE excerpt <> ''
UNION
SELECT speech_id, 'language ' || language FROM speeches_speechtext WHERE excerpt <> '';

CREATE OR REPLACE VIEW search_facets_source AS
SELECT
    speech.sort_key AS key,
    speech.id AS speech_id,
    CASE speech.state WHEN 'published'
        THEN greatest(speech.published_at, speech.embargo_until)
    END AS since,
    (
        SELECT string_agg(to_json(token)::text, ',' ORDER BY token COLLATE "C")
        FROM search_facet WHERE search_facet.speech_id = speech.id
    ) AS facets
FROM speeches_speech AS speech;

CREATE OR REPLACE FUNCTION search_tokens(facets text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT json_array_elements_text(('[' || facets || ']')::json)
$$;

-- A statement counts from the moment on when somebody can see it. One of those that change
-- something adds up what all have changed by then.
CREATE OR REPLACE FUNCTION search_recount(ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    ids := search_settled(ids);
    IF cardinality(ids) = 0 THEN
        RETURN;
    END IF;
    WITH gone AS (
        DELETE FROM search_facets WHERE speech_id = ANY(ids) RETURNING is_counted, facets
    )
    INSERT INTO search_count_change (token, number)
    SELECT token, -count(*) FROM gone, search_tokens(facets) AS token
    WHERE is_counted GROUP BY token;
    WITH made AS (
        INSERT INTO search_facets (key, speech_id, since, is_counted, facets)
        SELECT key, speech_id, since, coalesce(since <= clock_timestamp(), false), facets
        FROM search_facets_source WHERE speech_id = ANY(ids)
        RETURNING is_counted, facets
    )
    INSERT INTO search_count_change (token, number)
    SELECT token, count(*) FROM made, search_tokens(facets) AS token
    WHERE is_counted GROUP BY token;
    IF pg_try_advisory_xact_lock(hashtext('search_count')) THEN
        PERFORM search_add_up();
    END IF;
END $$;

CREATE OR REPLACE FUNCTION search_add_up() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    WITH waiting AS (
        SELECT speech_id FROM search_facets
        WHERE NOT is_counted AND since <= clock_timestamp() FOR UPDATE SKIP LOCKED
    ), due AS (
        UPDATE search_facets SET is_counted = true FROM waiting
        WHERE search_facets.speech_id = waiting.speech_id RETURNING facets
    )
    INSERT INTO search_count_change (token, number)
    SELECT token, count(*) FROM due, search_tokens(facets) AS token GROUP BY token;
    WITH changed AS (DELETE FROM search_count_change RETURNING token, number)
    INSERT INTO search_count (token, number)
    SELECT token, sum(number) FROM changed GROUP BY token HAVING sum(number) <> 0
    ON CONFLICT (token) DO UPDATE SET number = search_count.number + excluded.number;
END $$;
