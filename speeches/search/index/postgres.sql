-- The index of words on PostgreSQL: one entry a statement, kept by triggers.
--
-- The same entries as on SQLite (see sqlite.sql), cut into words the same way (see stems.py).
-- `search_source` says what an entry holds, `search_refresh` makes entries anew. Keys stand among
-- the words with a sign before them that no word has.

CREATE TABLE IF NOT EXISTS search_entry (
    key bigint PRIMARY KEY,
    speech_id bigint NOT NULL UNIQUE,
    words tsvector NOT NULL,
    words_for_editors tsvector -- the same and the withheld ones; none where nothing is withheld
);
CREATE INDEX IF NOT EXISTS search_entry_words ON search_entry USING gin (words);
CREATE INDEX IF NOT EXISTS search_entry_words_for_editors
    ON search_entry USING gin (words_for_editors);

-- How far `search rebuild` has come.
CREATE TABLE IF NOT EXISTS search_rebuilt (speech_id bigint NOT NULL);

-- Words ------------------------------------------------------------------------------------------

DO $$
DECLARE
    stemmer text[];
BEGIN
    FOREACH stemmer SLICE 1 IN ARRAY ARRAY[
        ['en', 'english'], ['fr', 'french'], ['es', 'spanish'],
        ['pt', 'portuguese'], ['ru', 'russian'], ['ar', 'arabic']
    ] LOOP
        IF NOT EXISTS (
            SELECT FROM pg_ts_config
            WHERE cfgname = 'search_' || stemmer[1] AND pg_ts_config_is_visible(oid)
        ) THEN
            EXECUTE format(
                'CREATE TEXT SEARCH DICTIONARY search_%s (TEMPLATE = snowball, Language = %s)',
                stemmer[1], stemmer[2]);
            EXECUTE format(
                'CREATE TEXT SEARCH CONFIGURATION search_%s (COPY = simple)', stemmer[1]);
            EXECUTE format(
                'ALTER TEXT SEARCH CONFIGURATION search_%1$s'
                ' ALTER MAPPING FOR asciiword, word, numword WITH search_%1$s', stemmer[1]);
        END IF;
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION search_alike(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT replace(replace(replace(replace(
        translate($1, 'øłđðıёأإآٱىةؤئ', 'olddiеاااايهوي'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
$$;

CREATE OR REPLACE FUNCTION search_fold(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT btrim(regexp_replace(regexp_replace(search_alike(lower(normalize(regexp_replace(search_alike(
        normalize(lower(regexp_replace(regexp_replace(
            $1,
            '\m([Cc][Oo])[-\u2010\u2011](?=[Oo])', '\1', 'g'),
            '[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640\u064b-\u065f\u0670\u06d6-\u06ed]', '', 'g')
            COLLATE "und-x-icu"), NFKD)),
        '([a-zα-ω])[\u0300-\u036f]+', '\1', 'g'), NFKC) COLLATE "und-x-icu")),
        '([\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])', ' \1 ', 'g'),
        '[^[:alnum:]]+' COLLATE "und-x-icu", ' ', 'g'))
$$;

CREATE OR REPLACE FUNCTION search_config(language text) RETURNS regconfig
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN left(language, 2) IN ('en', 'fr', 'es', 'pt', 'ru', 'ar')
        THEN ('search_' || left(language, 2))::regconfig ELSE 'simple'::regconfig END
$$;

-- A text beyond what a tsvector holds is indexed as far as it goes.
CREATE OR REPLACE FUNCTION search_stems(source text, language text) RETURNS tsvector
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN to_tsvector(search_config(language), search_fold(coalesce(source, '')));
EXCEPTION WHEN program_limit_exceeded THEN
    RETURN to_tsvector(search_config(language), search_fold(left(source, 200000)));
END $$;

CREATE OR REPLACE FUNCTION search_joined(tsvector, tsvector) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN $1 || $2;
EXCEPTION WHEN program_limit_exceeded THEN
    RETURN $1;
END $$;

CREATE OR REPLACE AGGREGATE search_all(tsvector) (
    SFUNC = search_joined, STYPE = tsvector, INITCOND = ''
);

-- What an entry is made of -----------------------------------------------------------------------

CREATE OR REPLACE VIEW search_text AS
SELECT
    text.id,
    text.speech_id,
    text.language,
    text.excerpt,
    coalesce(rights.allows_full_text, false) AS is_open
FROM speeches_speechtext AS text
LEFT JOIN speeches_document AS document ON document.id = text.document_id
LEFT JOIN speeches_rights AS rights ON rights.id = document.rights_id;

-- The passages of one kind in one text: stemmed together, for words of one text stand together.
CREATE OR REPLACE VIEW search_words AS
SELECT
    text.speech_id,
    text.is_open,
    CASE WHEN passage.voice = 'narration' THEN 'C' ELSE 'B' END AS weight,
    search_stems(
        string_agg(
            regexp_replace(passage.body, '\]\([^)]*\)', ' ', 'g'), ' ' ORDER BY passage.position
        ), text.language
    ) AS words
FROM search_text AS text
JOIN speeches_passage AS passage ON passage.text_id = text.id
GROUP BY text.id, text.speech_id, text.is_open, text.language, weight;

CREATE OR REPLACE VIEW search_name AS
SELECT speech_id, 'sp' AS prefix, printed_as AS name
FROM speeches_attribution WHERE role = 'author' AND printed_as <> ''
UNION ALL
SELECT attribution.speech_id, 'sp', speaker.name
FROM speeches_attribution AS attribution
JOIN speeches_speaker AS speaker ON speaker.id = attribution.speaker_id
WHERE attribution.role = 'author'
UNION ALL
SELECT attribution.speech_id, 'sp', other.name
FROM speeches_attribution AS attribution
JOIN speeches_speakername AS other ON other.speaker_id = attribution.speaker_id
WHERE attribution.role = 'author'
UNION ALL
SELECT attribution.speech_id, 'of', office.title
FROM speeches_attribution AS attribution
JOIN speeches_tenure AS tenure ON tenure.id = attribution.tenure_id
JOIN speeches_office AS office ON office.id = tenure.office_id
WHERE attribution.role = 'author'
UNION ALL
SELECT speech.id, 'ev', event.name
FROM speeches_speech AS speech
JOIN speeches_event AS event ON event.id IN (speech.event_id, speech.occasion_id)
UNION ALL
SELECT speech.id, 'ev', other.name
FROM speeches_speech AS speech
JOIN speeches_eventname AS other ON other.event_id IN (speech.event_id, speech.occasion_id)
UNION ALL
SELECT speech.id, 'se', series.name
FROM speeches_speech AS speech
JOIN speeches_event AS event ON event.id IN (speech.event_id, speech.occasion_id)
JOIN speeches_eventseries AS series ON series.id = event.series_id
UNION ALL
SELECT speech.id, 'se', other.name
FROM speeches_speech AS speech
JOIN speeches_event AS event ON event.id IN (speech.event_id, speech.occasion_id)
JOIN speeches_seriesname AS other ON other.series_id = event.series_id;

CREATE OR REPLACE VIEW search_key AS
SELECT id AS speech_id, '=any' AS key FROM speeches_speech
UNION ALL
SELECT id, '=kd' || replace(kind, '-', '') FROM speeches_speech
UNION ALL
SELECT id, '=yr' || (sort_key / 100000000000000) FROM speeches_speech
UNION ALL
SELECT speech_id, '=la' || replace(language, '-', '') FROM speeches_speechtext WHERE excerpt <> ''
UNION ALL
SELECT content_object_id, '=tg' || tag_id FROM speeches_taggedspeech
UNION ALL
SELECT speech.id, '=cy' || lower(event.country)
FROM speeches_speech AS speech
JOIN speeches_event AS event ON event.id IN (speech.event_id, speech.occasion_id)
WHERE event.country <> ''
UNION ALL
SELECT speech_id, '=' || prefix || piece
FROM search_name, regexp_split_to_table(search_fold(name), ' ') AS piece
WHERE piece <> '';

CREATE OR REPLACE VIEW search_source AS
SELECT
    key,
    speech_id,
    words,
    search_joined(words, (
        SELECT search_all(search_words.words) FROM search_words
        WHERE search_words.speech_id = open.speech_id AND NOT is_open
        HAVING count(*) > 0
    )) AS words_for_editors
FROM (
    SELECT
        speech.sort_key AS key,
        speech.id AS speech_id,
        search_joined(
            setweight(search_stems(speech.title, 'en') || coalesce((
                SELECT search_all(search_stems(name, '')) FROM search_name
                WHERE speech_id = speech.id
            ), ''), 'A') || setweight(search_stems(speech.summary, 'en') || coalesce((
                SELECT search_all(search_stems(excerpt, language)) FROM search_text
                WHERE speech_id = speech.id AND NOT is_open
            ), ''), 'C') || array_to_tsvector(ARRAY(
                SELECT DISTINCT key FROM search_key WHERE speech_id = speech.id
            )),
            coalesce((
                SELECT search_all(setweight(words, weight::"char")) FROM search_words
                WHERE speech_id = speech.id AND is_open
            ), '')
        ) AS words
    FROM speeches_speech AS speech
) AS open;

-- Making entries anew ----------------------------------------------------------------------------

-- A statement that is being rewritten waits: the end of the rewriting makes its entry anew.
-- The others are locked first: of two changes at once the later sees what the earlier did.
CREATE OR REPLACE FUNCTION search_settled(ids bigint[]) RETURNS bigint[]
LANGUAGE plpgsql AS $$
BEGIN
    ids := ARRAY(
        SELECT id FROM unnest(ids) AS id WHERE id NOT IN (SELECT speech_id FROM speeches_rewriting)
    );
    PERFORM FROM speeches_speech WHERE id = ANY(ids) ORDER BY id FOR NO KEY UPDATE;
    RETURN ids;
END $$;

CREATE OR REPLACE FUNCTION search_refresh(ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    ids := search_settled(ids);
    IF cardinality(ids) = 0 THEN
        RETURN;
    END IF;
    DELETE FROM search_entry WHERE speech_id = ANY(ids);
    INSERT INTO search_entry (key, speech_id, words, words_for_editors)
    SELECT key, speech_id, words, words_for_editors FROM search_source WHERE speech_id = ANY(ids);
    PERFORM search_learn(ids);
END $$;

CREATE OR REPLACE FUNCTION search_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    TRUNCATE search_entry, search_word, search_misspelling;
    TRUNCATE search_facets, search_count, search_count_change;
    RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS search_speech_emptied ON speeches_speech;
CREATE TRIGGER search_speech_emptied AFTER TRUNCATE ON speeches_speech
    FOR EACH STATEMENT EXECUTE FUNCTION search_emptied();

-- Finding ----------------------------------------------------------------------------------------

-- Entries that have the words, from the index of words alone. Left to itself the planner walks the
-- entries of a common word one by one: it doesn't know what it takes to unpack their words.
CREATE OR REPLACE FUNCTION search_hits(q tsquery) RETURNS SETOF bigint
LANGUAGE sql STABLE ROWS 1000
SET enable_seqscan = off SET enable_indexscan = off AS $$
    SELECT key FROM search_entry WHERE words @@ q
$$;
