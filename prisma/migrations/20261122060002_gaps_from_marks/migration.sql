-- Today knows from a patient's marks alone on which days nothing was done.
DROP FUNCTION own_first_gap;
