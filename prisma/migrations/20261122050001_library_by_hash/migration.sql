-- What the library says of an exercise, and a protocol, by the hash of its text: who has read a text once need not be sent it again. The row is still
-- asked for each time; whoever may not read it gets no hash.
ALTER TABLE exercise ADD COLUMN said_hash text NOT NULL GENERATED ALWAYS AS (md5(facts::text || texts::text)) STORED;
ALTER TABLE template_version ADD COLUMN facts_hash text NOT NULL GENERATED ALWAYS AS (md5(facts::text)) STORED;
