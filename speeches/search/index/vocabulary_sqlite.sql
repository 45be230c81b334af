-- The words of public statements on SQLite (see vocabulary.py).

CREATE TABLE IF NOT EXISTS search_word (
    shown TEXT PRIMARY KEY,
    word TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS search_word_forms ON search_word (word);

CREATE TABLE IF NOT EXISTS search_misspelling (
    key TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (key, word)
) WITHOUT ROWID;

DROP TRIGGER IF EXISTS search_word_learned;
CREATE TRIGGER search_word_learned AFTER INSERT ON search_word BEGIN
    INSERT OR IGNORE INTO search_misspelling (key, word)
    SELECT value, NEW.word FROM json_each(misspellings(NEW.word));
END;

DROP VIEW IF EXISTS search_learn;
CREATE VIEW search_learn AS SELECT id AS speech_id FROM speeches_speech;

-- What readers are shown of a statement, if it is public by now.
CREATE TRIGGER search_learned INSTEAD OF INSERT ON search_learn
WHEN EXISTS (
    SELECT 1 FROM speeches_speech
    WHERE id = NEW.speech_id AND state = 'published'
    AND published_at <= strftime('%Y-%m-%d %H:%M:%f', 'now') || '999'
    AND (embargo_until IS NULL OR embargo_until <= strftime('%Y-%m-%d %H:%M:%f', 'now') || '999')
)
BEGIN
    INSERT OR IGNORE INTO search_word (shown, word)
    SELECT each.value, folded(each.value)
    FROM (
        SELECT group_concat(part, char(10)) AS text FROM (
            SELECT title AS part FROM speeches_speech WHERE id = NEW.speech_id
            UNION ALL
            SELECT summary FROM speeches_speech WHERE id = NEW.speech_id
            UNION ALL
            SELECT speaker.name
            FROM speeches_attribution AS author
            JOIN speeches_speaker AS speaker ON speaker.id = author.speaker_id
            WHERE author.speech_id = NEW.speech_id AND author.role = 'author'
            UNION ALL
            SELECT other.name
            FROM speeches_attribution AS author
            JOIN speeches_speakername AS other ON other.speaker_id = author.speaker_id
            WHERE author.speech_id = NEW.speech_id AND author.role = 'author'
            AND other.kind <> 'misspelling'
            UNION ALL
            SELECT office.title
            FROM speeches_attribution AS author
            JOIN speeches_tenure AS tenure ON tenure.id = author.tenure_id
            JOIN speeches_office AS office ON office.id = tenure.office_id
            WHERE author.speech_id = NEW.speech_id AND author.role = 'author'
            UNION ALL
            SELECT event.name
            FROM speeches_speech AS speech
            JOIN speeches_event AS event ON event.id IN (speech.event_id, speech.occasion_id)
            WHERE speech.id = NEW.speech_id
            UNION ALL
            SELECT series.name
            FROM speeches_speech AS speech
            JOIN speeches_event AS event ON event.id IN (speech.event_id, speech.occasion_id)
            JOIN speeches_eventseries AS series ON series.id = event.series_id
            WHERE speech.id = NEW.speech_id
            UNION ALL
            SELECT excerpt FROM search_text WHERE speech_id = NEW.speech_id AND NOT is_open
            UNION ALL
            SELECT passage.body
            FROM search_text AS text
            JOIN speeches_passage AS passage ON passage.text_id = text.id
            WHERE text.speech_id = NEW.speech_id AND text.is_open
        )
    ), json_each(words_in(text)) AS each
    WHERE NOT EXISTS (SELECT 1 FROM search_word AS known WHERE known.shown = each.value);
END;

-- A draft that becomes public, without a change of its words.
DROP TRIGGER IF EXISTS search_speech_published;
CREATE TRIGGER search_speech_published
AFTER UPDATE OF state, published_at, embargo_until ON speeches_speech
WHEN NEW.state = 'published'
BEGIN
    INSERT INTO search_learn (speech_id) VALUES (NEW.id);
END;
