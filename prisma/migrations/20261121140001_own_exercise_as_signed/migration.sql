-- An exercise of the clinic's own as it was when a line of it was signed, facts and texts: who changes the exercise afterwards changes neither what
-- a patient reads nor what the signature covers. Null for a shipped one, whose corrections reach everybody.
ALTER TABLE prescribed_exercise ADD COLUMN own_exercise jsonb;
-- What was signed before the column stands without it.
ALTER TABLE prescribed_exercise ADD CONSTRAINT own_as_it_was_signed CHECK ((
  CASE WHEN exercise_code LIKE 'own-%' THEN jsonb_typeof(own_exercise -> 'facts') = 'object' AND jsonb_typeof(own_exercise -> 'texts') = 'object'
  ELSE own_exercise IS NULL END
) IS TRUE) NOT VALID;
