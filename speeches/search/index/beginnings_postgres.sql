-- Beginnings of names and titles on PostgreSQL (see beginnings.py), in the order of their letters.

CREATE TABLE IF NOT EXISTS search_beginning (
    kind text NOT NULL,
    inside boolean NOT NULL,
    key text COLLATE "C" NOT NULL,
    record bigint NOT NULL,
    named bigint NOT NULL,
    PRIMARY KEY (kind, inside, key, record, named)
);

-- A name from each of its words on, each once; of titles not from the small words.
CREATE OR REPLACE FUNCTION search_beginnings(name text, kind text)
RETURNS TABLE (inside boolean, key text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT min(place) > 1, beginning FROM (
        SELECT place, left(array_to_string(words[place:least(cardinality(words), 12)], ' '), 40)
            AS beginning
        FROM regexp_split_to_array(search_fold(name), ' ') AS words,
            generate_series(1, least(cardinality(words), 12)) AS place
        WHERE place = 1 OR kind <> 'ti' OR NOT words[place] = ANY (regexp_split_to_array(
            'a an and at by de del des du el en et for in la las le les los of on the to und y', ' '
        ))
    ) AS each
    WHERE beginning <> ''
    GROUP BY beginning
$$;
