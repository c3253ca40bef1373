-- What the library says of an exercise, and a protocol, by the hash of its text: who has read a text once need not be sent it again. The row is still
-- asked for each time; whoever may not read it gets no hash.
CREATE FUNCTION hash_of(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(said, 'UTF8')), 'hex')
$$;
REVOKE EXECUTE ON FUNCTION hash_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hash_of TO phasewise_app;

ALTER TABLE exercise ADD COLUMN said_hash text NOT NULL GENERATED ALWAYS AS (hash_of(facts::text || texts::text)) STORED;
ALTER TABLE template_version ADD COLUMN facts_hash text NOT NULL GENERATED ALWAYS AS (hash_of(facts::text)) STORED;
