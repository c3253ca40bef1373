-- The days of the week on which a signed line is done, 1 (Monday) to 7; null: the patient chooses the days.
ALTER TABLE prescribed_exercise ADD COLUMN weekdays smallint[];
ALTER TABLE prescribed_exercise ADD CONSTRAINT weekdays_are_a_week CHECK (
  weekdays IS NULL OR (
    array_ndims(weekdays) IS NOT DISTINCT FROM 1 AND array_lower(weekdays, 1) = 1 AND array_position(weekdays, NULL) IS NULL
    AND weekdays <@ '{1,2,3,4,5,6,7}'::smallint[] AND cardinality(weekdays) IS NOT DISTINCT FROM per_week
    AND coalesce(weekdays[1] < weekdays[2], true) AND coalesce(weekdays[2] < weekdays[3], true) AND coalesce(weekdays[3] < weekdays[4], true)
    AND coalesce(weekdays[4] < weekdays[5], true) AND coalesce(weekdays[5] < weekdays[6], true) AND coalesce(weekdays[6] < weekdays[7], true)
  )
);
