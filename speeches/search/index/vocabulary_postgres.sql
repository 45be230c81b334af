-- The words of public statements on PostgreSQL (see vocabulary.py).
--
-- Nothing is unique here: of two that learn a word at once neither waits for the other.

CREATE TABLE IF NOT EXISTS search_word (
    shown text COLLATE "C" NOT NULL,
    word text COLLATE "C" NOT NULL
);
CREATE INDEX IF NOT EXISTS search_word_shown ON search_word (shown);
CREATE INDEX IF NOT EXISTS search_word_forms ON search_word (word);

CREATE TABLE IF NOT EXISTS search_misspelling (
    key text COLLATE "C" NOT NULL,
    word text COLLATE "C" NOT NULL
);
CREATE INDEX IF NOT EXISTS search_misspelling_key ON search_misspelling (key, word);

-- The beginning of a word, and what is left of it without one or two letters.
CREATE OR REPLACE FUNCTION search_misspellings(word text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH once (head) AS (
        SELECT left(word, 7)
    ), one (head) AS (
        SELECT overlay(once.head placing '' from place for 1)
        FROM once, generate_series(1, length(once.head)) AS place
    )
    SELECT head FROM once
    UNION
    SELECT head FROM one
    UNION
    SELECT overlay(one.head placing '' from place for 1)
    FROM one, generate_series(1, length(one.head)) AS place
    WHERE length(word) >= 6
$$;

-- What readers are shown of statements that are public by now.
CREATE OR REPLACE FUNCTION search_learn(ids bigint[]) RETURNS void
LANGUAGE sql AS $$
    WITH public (id) AS (
        SELECT id FROM speeches_speech
        WHERE id = ANY(ids) AND state = 'published' AND published_at <= clock_timestamp()
        AND (embargo_until IS NULL OR embargo_until <= clock_timestamp())
    ), part (words) AS (
        SELECT title || ' ' || summary FROM speeches_speech JOIN public USING (id)
        UNION ALL
        SELECT speaker.name FROM public
        JOIN speeches_attribution AS author ON author.speech_id = public.id
        JOIN speeches_speaker AS speaker ON speaker.id = author.speaker_id
        WHERE author.role = 'author'
        UNION ALL
        SELECT other.name FROM public
        JOIN speeches_attribution AS author ON author.speech_id = public.id
        JOIN speeches_speakername AS other ON other.speaker_id = author.speaker_id
        WHERE author.role = 'author' AND other.kind <> 'misspelling'
        UNION ALL
        SELECT name FROM search_name JOIN public ON public.id = search_name.speech_id
        WHERE prefix IN ('of', 'ev', 'se')
        UNION ALL
        SELECT excerpt FROM search_text JOIN public ON public.id = speech_id WHERE NOT is_open
        UNION ALL
        SELECT passage.body FROM public
        JOIN search_text AS text ON text.speech_id = public.id AND text.is_open
        JOIN speeches_passage AS passage ON passage.text_id = text.id
    ), found (shown) AS (
        SELECT DISTINCT word COLLATE "C" FROM part, regexp_split_to_table(
            lower(regexp_replace(regexp_replace(
                normalize(words, NFC),
                '\m([Cc][Oo])[-\u2010\u2011](?=[Oo])', '\1', 'g'),
                '[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0300-\u036f\u0640\u064b-\u065f\u0670\u06d6-\u06ed]', '', 'g')
                COLLATE "und-x-icu"),
            '[^[:alnum:]]+' COLLATE "und-x-icu"
        ) AS word
        WHERE length(word) BETWEEN 4 AND 24
    ), learned AS (
        INSERT INTO search_word (shown, word)
        SELECT shown, search_fold(shown) FROM found
        WHERE NOT EXISTS (SELECT FROM search_word AS known WHERE known.shown = found.shown COLLATE "C")
        AND search_fold(shown) ~ ('^[[:alpha:]]+$' COLLATE "und-x-icu")
        RETURNING word
    )
    INSERT INTO search_misspelling (key, word)
    SELECT DISTINCT key, word FROM learned, search_misspellings(word) AS key
$$;

CREATE OR REPLACE FUNCTION search_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM search_learn(ARRAY[NEW.id]);
    RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS search_speech_published ON speeches_speech;
CREATE TRIGGER search_speech_published
    AFTER UPDATE OF state, published_at, embargo_until ON speeches_speech
    FOR EACH ROW WHEN (NEW.state = 'published') EXECUTE FUNCTION search_published();
