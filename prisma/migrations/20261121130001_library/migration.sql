-- Finding an exercise by its words: in both languages at once, without accents, with slips of the finger. Both extensions are trusted: the ordinary
-- owner of the database may create them.
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE TEXT SEARCH CONFIGURATION words_en (COPY = english);
ALTER TEXT SEARCH CONFIGURATION words_en ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION words_es (COPY = spanish);
ALTER TEXT SEARCH CONFIGURATION words_es ALTER MAPPING FOR hword, hword_part, word WITH unaccent, spanish_stem;
-- Words as they are written: half a word that is still being typed has no stem.
CREATE TEXT SEARCH CONFIGURATION words_plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION words_plain ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

-- Small letters without accents. Immutable as long as the rules of unaccent are, and those come with the server.
CREATE FUNCTION plain_words(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, words))
$$;

-- Every name of an exercise, plain: both languages, and what people call it besides.
CREATE FUNCTION exercise_names(texts jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(public.plain_words(name)) FROM (
    SELECT texts #>> '{name,en}' AS name
    UNION ALL SELECT texts #>> '{name,es}'
    UNION ALL SELECT jsonb_array_elements_text(coalesce(texts #> '{synonyms,en}', '[]'))
    UNION ALL SELECT jsonb_array_elements_text(coalesce(texts #> '{synonyms,es}', '[]'))
  ) AS names WHERE name IS NOT NULL
$$;

-- A: names and synonyms. B: body region and equipment.
CREATE FUNCTION exercise_words(texts jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('public.words_en', concat_ws(' ', texts #>> '{name,en}', texts #>> '{synonyms,en}')), 'A')
    || setweight(to_tsvector('public.words_es', concat_ws(' ', texts #>> '{name,es}', texts #>> '{synonyms,es}')), 'A')
    || setweight(to_tsvector('public.words_plain', array_to_string(public.exercise_names(texts), ' ')), 'A')
    || setweight(to_tsvector('public.words_en', concat_ws(' ', texts #>> '{bodyRegion,en}', jsonb_path_query_array(texts, '$.equipment[*].en'))), 'B')
    || setweight(to_tsvector('public.words_es', concat_ws(' ', texts #>> '{bodyRegion,es}', jsonb_path_query_array(texts, '$.equipment[*].es'))), 'B')
    || setweight(to_tsvector('public.words_plain', concat_ws(' ', jsonb_path_query_array(texts, '$.bodyRegion.*'),
      jsonb_path_query_array(texts, '$.equipment[*].*'))), 'B')
$$;

ALTER TABLE exercise
  ADD COLUMN retired_at timestamptz(6),
  ADD COLUMN search_names text[] GENERATED ALWAYS AS (exercise_names(texts)) STORED,
  ADD COLUMN search_words tsvector GENERATED ALWAYS AS (exercise_words(texts)) STORED;
-- A library is some hundred rows of one clinic, and row-level security keeps operators that are not leakproof (@@, word similarity) out of an
-- index: a search reads the clinic's own rows by this one, and nobody else's.
CREATE INDEX exercise_found ON exercise (clinic_id, code) WHERE retired_at IS NULL;

-- What one clinician has chosen for an exercise: nobody else reads it, and the last word stands.
CREATE TABLE exercise_preference (
  clinic_id uuid NOT NULL,
  user_id uuid NOT NULL,
  exercise_id uuid NOT NULL,
  favourite_at timestamptz(6),
  last_used_at timestamptz(6),
  dosage jsonb,
  PRIMARY KEY (clinic_id, user_id, exercise_id),
  FOREIGN KEY (clinic_id, user_id) REFERENCES clinic_user (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, exercise_id) REFERENCES exercise (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT dosage_by_key CHECK (jsonb_typeof(dosage) = 'object')
);
ALTER TABLE exercise_preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE exercise_preference FORCE ROW LEVEL SECURITY;
CREATE POLICY of_this_clinic ON exercise_preference
  USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
  WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid));
CREATE POLICY ones_own ON exercise_preference AS RESTRICTIVE
  USING (
    user_id = (SELECT nullif(current_setting('app.actor_id', true), '')::uuid)
    AND (SELECT current_setting('app.actor_role', true)) IN ('therapist', 'surgeon')
  );
GRANT SELECT, INSERT, UPDATE ON exercise_preference TO phasewise_app;
