-- Most of what the patient's days cost was their plan, made anew for each reading: 16 ms of 19 for eight days. Any days have the same plan; row security
-- reads its settings when the plan runs (0038).
ALTER FUNCTION own_exercise_days(date, date) SET plan_cache_mode = force_generic_plan;
