-- Ranges, enums and "at most one" rules, held by the database itself.
ALTER TABLE clinic_user
  ADD CONSTRAINT role_is_known CHECK (role IN ('therapist', 'surgeon', 'patient', 'administrator')),
  ADD CONSTRAINT locale_is_known CHECK (locale IN ('en', 'es')),
  ADD CONSTRAINT sign_in_name_is_folded CHECK (sign_in_name = lower(normalize(sign_in_name, NFKC)) AND sign_in_name <> '');

ALTER TABLE patient
  ADD CONSTRAINT locale_is_known CHECK (locale IN ('en', 'es')),
  ADD CONSTRAINT born_in_the_past CHECK (birth_date < CURRENT_DATE AND birth_date > DATE '1900-01-01'),
  ADD CONSTRAINT mrn_is_not_blank CHECK (btrim(mrn) <> '');

ALTER TABLE episode
  ADD CONSTRAINT procedure_type_is_known CHECK (procedure_type IN ('fusion', 'hardware', 'lumbar', 'injection')),
  ADD CONSTRAINT region_is_known CHECK (region IN ('CERVICAL', 'THORACOLUMBAR', 'LUMBAR')),
  ADD CONSTRAINT procedure_is_not_far_ahead CHECK (procedure_date <= CURRENT_DATE + 366),
  ADD CONSTRAINT shift_is_later_only CHECK (shift_days BETWEEN 0 AND 365),
  ADD CONSTRAINT end_has_a_kind CHECK (
    (ended_at IS NULL) = (ended_as IS NULL) AND (ended_as IS NULL OR ended_as IN ('discharged', 'transferred', 'superseded', 'deceased'))
  );
CREATE UNIQUE INDEX episode_one_open ON episode (clinic_id, patient_id) WHERE ended_at IS NULL;

ALTER TABLE restriction
  ADD CONSTRAINT kind_is_known CHECK (kind IN (
    'no-bending', 'no-twisting', 'no-lifting', 'lift-limit', 'no-impact', 'no-overhead', 'no-immersion', 'no-extension', 'no-side-bending',
    'brace', 'collar', 'sit-limit', 'driving'
  )),
  ADD CONSTRAINT region_is_known CHECK (region IS NULL OR region IN ('CERVICAL', 'THORACIC', 'LUMBAR')),
  ADD CONSTRAINT lift_limit_names_kg CHECK ((kind = 'lift-limit') = (limit_kg IS NOT NULL) AND (limit_kg IS NULL OR limit_kg BETWEEN 0.1 AND 200)),
  ADD CONSTRAINT sit_limit_names_minutes CHECK (
    (kind = 'sit-limit') = (limit_minutes IS NOT NULL) AND (limit_minutes IS NULL OR limit_minutes BETWEEN 1 AND 600)
  ),
  ADD CONSTRAINT ends_one_way CHECK (num_nonnulls(until_date, until_phase, until_clearance) <= 1);

CREATE UNIQUE INDEX care_team_member_once ON care_team_member (clinic_id, patient_id, user_id) WHERE left_at IS NULL;

ALTER TABLE template_exercise ADD CONSTRAINT opens_on_a_day CHECK (available_from_day >= 0 AND position >= 1);
ALTER TABLE clearance_subject
  ADD CONSTRAINT kind_is_known CHECK (kind IN ('activity', 'key')),
  ADD CONSTRAINT decided_by_a_clinician CHECK (decided_by IN ('surgeon', 'therapist'));

ALTER TABLE program
  ADD CONSTRAINT state_is_known CHECK (state IN ('draft', 'active', 'held', 'completed', 'stopped')),
  ADD CONSTRAINT running_has_revision_and_phase CHECK (state = 'draft' OR (current_revision IS NOT NULL AND current_phase IS NOT NULL)),
  ADD CONSTRAINT current_revision_exists FOREIGN KEY (clinic_id, id, current_revision)
    REFERENCES program_revision (clinic_id, program_id, number) DEFERRABLE INITIALLY DEFERRED;
CREATE UNIQUE INDEX program_one_running ON program (clinic_id, episode_id) WHERE state IN ('draft', 'active', 'held');

ALTER TABLE program_revision
  ADD CONSTRAINT numbered_from_one CHECK (number >= 1),
  ADD CONSTRAINT digest_is_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE program_phase ADD CONSTRAINT days_in_order CHECK (day_start >= 0 AND (day_end_exclusive IS NULL OR day_end_exclusive > day_start));
ALTER TABLE prescribed_exercise
  ADD CONSTRAINT dosage_in_range CHECK (
    (sets IS NULL OR sets BETWEEN 1 AND 20) AND (reps IS NULL OR reps BETWEEN 1 AND 200) AND (hold_sec IS NULL OR hold_sec BETWEEN 1 AND 600)
    AND (rest_sec IS NULL OR rest_sec BETWEEN 0 AND 600) AND (duration_min IS NULL OR duration_min BETWEEN 1 AND 240)
    AND (per_day IS NULL OR per_day BETWEEN 1 AND 24) AND (per_week IS NULL OR per_week BETWEEN 1 AND 7)
    AND (load_kg IS NULL OR load_kg BETWEEN 0 AND 200) AND (rpe_max IS NULL OR rpe_max BETWEEN 0 AND 10)
    AND (side IS NULL OR side IN ('left', 'right', 'both', 'alternate'))
  ),
  ADD CONSTRAINT held_back_is_known CHECK (held_back_until IS NULL OR held_back_until IN ('day', 'clearance', 'phase'));

ALTER TABLE hold ADD CONSTRAINT lifted_with_reason CHECK (
  num_nonnulls(lifted_at, lifted_by_id, lift_reason) IN (0, 3) AND (lift_reason IS NULL OR btrim(lift_reason) <> '')
);
CREATE UNIQUE INDEX hold_one_open_per_cause ON hold (clinic_id, program_id, cause) WHERE lifted_at IS NULL;

ALTER TABLE clearance
  ADD CONSTRAINT state_is_known CHECK (state IN ('requested', 'returned', 'granted', 'limited', 'denied', 'under-review', 'revoked', 'expired')),
  ADD CONSTRAINT begins_before_it_ends CHECK (until_day IS NULL OR from_day IS NULL OR until_day >= from_day),
  ADD CONSTRAINT grant_has_a_first_day CHECK (state NOT IN ('granted', 'limited') OR from_day IS NOT NULL),
  ADD CONSTRAINT limits_in_range CHECK (
    (max_minutes IS NULL OR max_minutes BETWEEN 1 AND 600) AND (max_kg IS NULL OR max_kg BETWEEN 0.1 AND 200)
  ),
  ADD CONSTRAINT limited_has_a_limit CHECK (
    (state <> 'limited' OR num_nonnulls(max_minutes, max_kg, words_for_patient) > 0)
    AND (state <> 'granted' OR (max_minutes IS NULL AND max_kg IS NULL))
  );
CREATE UNIQUE INDEX clearance_one_open_per_subject ON clearance (clinic_id, episode_id, subject_id)
  WHERE state IN ('requested', 'returned', 'granted', 'limited', 'under-review');

ALTER TABLE clearance_decision
  ADD CONSTRAINT outcome_is_known CHECK (outcome IN ('granted', 'limited', 'denied', 'returned', 'revoked')),
  ADD CONSTRAINT refusal_has_a_reason CHECK (outcome IN ('granted', 'limited') OR (reason IS NOT NULL AND btrim(reason) <> '')),
  ADD CONSTRAINT digest_is_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');

ALTER TABLE check_in
  ADD CONSTRAINT scores_are_0_to_10 CHECK (
    (nprs_before IS NULL OR nprs_before BETWEEN 0 AND 10) AND (nprs_during IS NULL OR nprs_during BETWEEN 0 AND 10)
    AND (nprs_after IS NULL OR nprs_after BETWEEN 0 AND 10)
  ),
  ADD CONSTRAINT hours_in_range CHECK (hours_increased IS NULL OR hours_increased BETWEEN 0 AND 720),
  ADD CONSTRAINT stage_is_known CHECK (stage IN ('full', 'before', 'after', 'follow-up', 'skip')),
  ADD CONSTRAINT level_is_known CHECK (level IN ('EMERGENCY', 'SAME_DAY_SURGEON', 'HOLD_NOTIFY_PT', 'REDUCE_DOSE', 'NORMAL_SORENESS')),
  ADD CONSTRAINT correction_says_why CHECK ((corrects_id IS NULL) = (correction_reason IS NULL));

ALTER TABLE exercise_log ADD CONSTRAINT outcome_is_known CHECK (outcome IN ('done', 'skipped-it-hurts', 'too-easy', 'could-not', 'not-done'));

ALTER TABLE alert
  ADD CONSTRAINT state_is_known CHECK (state IN ('open', 'acknowledged', 'resolved')),
  ADD CONSTRAINT resolved_with_reason CHECK (
    (state = 'resolved') = (resolution IS NOT NULL AND resolved_at IS NOT NULL AND resolved_by_id IS NOT NULL)
  );
CREATE UNIQUE INDEX alert_one_open_per_cause ON alert (clinic_id, patient_id, cause) WHERE state <> 'resolved';
CREATE INDEX alert_waiting ON alert (clinic_id, patient_id, opened_at) WHERE state <> 'resolved';

-- Who did it is a person of the same clinic.
ALTER TABLE restriction ADD FOREIGN KEY (clinic_id, ordered_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE program_draft ADD FOREIGN KEY (clinic_id, changed_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE program_revision ADD FOREIGN KEY (clinic_id, signed_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE prescribed_exercise ADD FOREIGN KEY (clinic_id, template_line_id) REFERENCES template_exercise (clinic_id, id);
ALTER TABLE phase_change ADD FOREIGN KEY (clinic_id, changed_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE hold ADD FOREIGN KEY (clinic_id, placed_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE hold ADD FOREIGN KEY (clinic_id, lifted_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE clearance ADD FOREIGN KEY (clinic_id, requested_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE clearance ADD FOREIGN KEY (clinic_id, decided_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE clearance_decision ADD FOREIGN KEY (clinic_id, decided_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE alert ADD FOREIGN KEY (clinic_id, acknowledged_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE alert ADD FOREIGN KEY (clinic_id, resolved_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE audit_event ADD FOREIGN KEY (clinic_id, actor_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE audit_event ADD FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id);
ALTER TABLE sign_in_directory ADD FOREIGN KEY (clinic_id, user_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE session_directory ADD FOREIGN KEY (clinic_id, session_id) REFERENCES sign_in_session (clinic_id, id);
