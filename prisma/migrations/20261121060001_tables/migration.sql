
-- CreateTable
CREATE TABLE "alert" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "level" TEXT,
    "check_in_id" UUID,
    "owner_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(6),
    "acknowledged_by_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(6),
    "resolved_by_id" UUID,
    "resolved_at" TIMESTAMPTZ(6),
    "resolution" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "patient_id" UUID,
    "outcome" TEXT NOT NULL DEFAULT 'done',
    "request_id" UUID NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "check_in" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "program_id" UUID,
    "idempotency_key" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "reported_at" TIMESTAMPTZ(6) NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "phase" INTEGER,
    "nprs_before" INTEGER,
    "nprs_during" INTEGER,
    "nprs_after" INTEGER,
    "hours_increased" DECIMAL(5,1),
    "answers" JSONB NOT NULL,
    "level" TEXT NOT NULL,
    "fired" JSONB NOT NULL,
    "missing" TEXT[],
    "corrects_id" UUID,
    "correction_reason" TEXT,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "symptom_report" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "check_in_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "input" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "symptom_report_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "exercise_log" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "prescribed_exercise_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "outcome" TEXT NOT NULL,
    "idempotency_key" UUID NOT NULL,
    "reported_at" TIMESTAMPTZ(6) NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exercise_log_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "clearance" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "subject_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'requested',
    "question" TEXT,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "from_day" DATE,
    "until_day" DATE,
    "max_minutes" INTEGER,
    "max_kg" DECIMAL(5,1),
    "words_for_patient" TEXT,
    "review_on" DATE,
    "decided_at" TIMESTAMPTZ(6),
    "decided_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "clearance_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "clearance_decision" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "clearance_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(6) NOT NULL,
    "signed_name" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "reason" TEXT,
    "evidence" JSONB NOT NULL,
    "terms" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "clearance_decision_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "episode" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "procedure_type" TEXT NOT NULL,
    "protocol_id" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "levels" TEXT[],
    "technique" TEXT NOT NULL,
    "procedure_date" DATE NOT NULL,
    "surgeon_id" UUID NOT NULL,
    "conditions" TEXT[],
    "shift_days" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),
    "ended_as" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "episode_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "restriction" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "episode_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "region" TEXT,
    "limit_kg" DECIMAL(5,1),
    "limit_minutes" INTEGER,
    "until_date" DATE,
    "until_phase" INTEGER,
    "until_clearance" TEXT,
    "note" TEXT,
    "ordered_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "restriction_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "clinic" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "emergency_number" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "mass_unit" TEXT NOT NULL DEFAULT 'kg',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clinic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clinic_user" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "role" TEXT NOT NULL,
    "sign_in_name" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "printed_name" TEXT NOT NULL,
    "contact_email" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "disabled_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "clinic_user_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "credential" (
    "clinic_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("clinic_id","user_id")
);

-- CreateTable
CREATE TABLE "sign_in_session" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "absolute_end_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),
    "ended_because" TEXT,

    CONSTRAINT "sign_in_session_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "sign_in_directory" (
    "sign_in_name" TEXT NOT NULL,
    "clinic_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "sign_in_directory_pkey" PRIMARY KEY ("sign_in_name")
);

-- CreateTable
CREATE TABLE "session_directory" (
    "token_hash" BYTEA NOT NULL,
    "clinic_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,

    CONSTRAINT "session_directory_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "exercise" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "library_version" INTEGER NOT NULL DEFAULT 1,
    "facts" JSONB NOT NULL,
    "texts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exercise_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "template" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "protocol_id" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "techniques" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(6),

    CONSTRAINT "template_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "template_version" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "template_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(6),

    CONSTRAINT "template_version_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "template_phase" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "template_phase_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "template_exercise" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "phase_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "exercise_id" UUID NOT NULL,
    "dosage" JSONB NOT NULL,
    "requires_clearance" BOOLEAN NOT NULL,
    "available_from_day" INTEGER NOT NULL,
    "starting" BOOLEAN NOT NULL,
    "reason" JSONB,
    "override_reason" JSONB,

    CONSTRAINT "template_exercise_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "clearance_subject" (
    "clinic_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "opens_keys" TEXT[],
    "texts" JSONB NOT NULL,

    CONSTRAINT "clearance_subject_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "patient" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID,
    "mrn" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "search_name" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "time_zone" TEXT NOT NULL,
    "phone" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "patient_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "care_team_member" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_at" TIMESTAMPTZ(6),

    CONSTRAINT "care_team_member_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "program" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "template_version_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "current_revision" INTEGER,
    "current_phase" INTEGER,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "program_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "program_draft" (
    "clinic_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "start_phase" INTEGER NOT NULL,
    "lines" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "program_draft_pkey" PRIMARY KEY ("clinic_id","program_id")
);

-- CreateTable
CREATE TABLE "program_revision" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "program_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "signed_by_id" UUID NOT NULL,
    "signed_name" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(6) NOT NULL,
    "meaning" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "program_revision_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "program_phase" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "revision_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,
    "day_start" INTEGER NOT NULL,
    "day_end_exclusive" INTEGER,
    "entry_keys" TEXT[],

    CONSTRAINT "program_phase_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "prescribed_exercise" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "revision_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "phase" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "exercise_id" UUID NOT NULL,
    "exercise_code" TEXT NOT NULL,
    "sets" INTEGER,
    "reps" INTEGER,
    "hold_sec" INTEGER,
    "rest_sec" INTEGER,
    "duration_min" INTEGER,
    "per_day" INTEGER,
    "per_week" INTEGER,
    "load_kg" DECIMAL(5,1),
    "rpe_max" INTEGER,
    "side" TEXT,
    "note_to_patient" TEXT,
    "opens_on" DATE NOT NULL,
    "needs_keys" TEXT[],
    "is_loaded_lifting" BOOLEAN NOT NULL,
    "held_back_until" TEXT,
    "findings" JSONB NOT NULL,
    "override_reason" TEXT,
    "template_line_id" UUID,

    CONSTRAINT "prescribed_exercise_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "phase_change" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "program_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "from_phase" INTEGER,
    "to_phase" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "on_day" DATE NOT NULL,

    CONSTRAINT "phase_change_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "hold" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "program_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "level" TEXT,
    "surgeon_only" BOOLEAN NOT NULL,
    "easy_activity_allowed" BOOLEAN NOT NULL DEFAULT false,
    "check_in_id" UUID,
    "placed_by_id" UUID,
    "placed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lifted_by_id" UUID,
    "lifted_at" TIMESTAMPTZ(6),
    "lift_reason" TEXT,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateIndex
CREATE INDEX "alert_clinic_id_patient_id_state_idx" ON "alert"("clinic_id", "patient_id", "state");

-- CreateIndex
CREATE INDEX "audit_event_clinic_id_patient_id_at_idx" ON "audit_event"("clinic_id", "patient_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_clinic_id_at_idx" ON "audit_event"("clinic_id", "at");

-- CreateIndex
CREATE INDEX "check_in_clinic_id_patient_id_on_day_reported_at_idx" ON "check_in"("clinic_id", "patient_id", "on_day", "reported_at");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_clinic_id_patient_id_idempotency_key_key" ON "check_in"("clinic_id", "patient_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_clinic_id_id_patient_id_key" ON "check_in"("clinic_id", "id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "symptom_report_clinic_id_check_in_id_input_key" ON "symptom_report"("clinic_id", "check_in_id", "input");

-- CreateIndex
CREATE INDEX "exercise_log_clinic_id_patient_id_on_day_idx" ON "exercise_log"("clinic_id", "patient_id", "on_day");

-- CreateIndex
CREATE UNIQUE INDEX "exercise_log_clinic_id_patient_id_idempotency_key_key" ON "exercise_log"("clinic_id", "patient_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "clearance_clinic_id_episode_id_idx" ON "clearance"("clinic_id", "episode_id");

-- CreateIndex
CREATE INDEX "clearance_clinic_id_state_requested_at_idx" ON "clearance"("clinic_id", "state", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "clearance_clinic_id_id_patient_id_key" ON "clearance"("clinic_id", "id", "patient_id");

-- CreateIndex
CREATE INDEX "clearance_decision_clinic_id_clearance_id_idx" ON "clearance_decision"("clinic_id", "clearance_id");

-- CreateIndex
CREATE INDEX "episode_clinic_id_patient_id_idx" ON "episode"("clinic_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "episode_clinic_id_id_patient_id_key" ON "episode"("clinic_id", "id", "patient_id");

-- CreateIndex
CREATE INDEX "restriction_clinic_id_episode_id_idx" ON "restriction"("clinic_id", "episode_id");

-- CreateIndex
CREATE UNIQUE INDEX "clinic_user_clinic_id_sign_in_name_key" ON "clinic_user"("clinic_id", "sign_in_name");

-- CreateIndex
CREATE INDEX "sign_in_session_clinic_id_user_id_idx" ON "sign_in_session"("clinic_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_directory_clinic_id_user_id_key" ON "sign_in_directory"("clinic_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_directory_clinic_id_session_id_key" ON "session_directory"("clinic_id", "session_id");

-- CreateIndex
CREATE UNIQUE INDEX "exercise_clinic_id_code_key" ON "exercise"("clinic_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "template_clinic_id_protocol_id_key" ON "template"("clinic_id", "protocol_id");

-- CreateIndex
CREATE UNIQUE INDEX "template_version_clinic_id_template_id_number_key" ON "template_version"("clinic_id", "template_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "template_phase_clinic_id_version_id_n_key" ON "template_phase"("clinic_id", "version_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "template_exercise_clinic_id_phase_id_position_key" ON "template_exercise"("clinic_id", "phase_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "template_exercise_clinic_id_phase_id_exercise_id_key" ON "template_exercise"("clinic_id", "phase_id", "exercise_id");

-- CreateIndex
CREATE INDEX "patient_clinic_id_family_name_given_name_id_idx" ON "patient"("clinic_id", "family_name", "given_name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "patient_clinic_id_mrn_key" ON "patient"("clinic_id", "mrn");

-- CreateIndex
CREATE UNIQUE INDEX "patient_clinic_id_user_id_key" ON "patient"("clinic_id", "user_id");

-- CreateIndex
CREATE INDEX "care_team_member_clinic_id_patient_id_idx" ON "care_team_member"("clinic_id", "patient_id");

-- CreateIndex
CREATE INDEX "care_team_member_clinic_id_user_id_idx" ON "care_team_member"("clinic_id", "user_id");

-- CreateIndex
CREATE INDEX "program_clinic_id_episode_id_idx" ON "program"("clinic_id", "episode_id");

-- CreateIndex
CREATE INDEX "program_clinic_id_patient_id_idx" ON "program"("clinic_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "program_clinic_id_id_patient_id_key" ON "program"("clinic_id", "id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "program_draft_clinic_id_program_id_patient_id_key" ON "program_draft"("clinic_id", "program_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "program_revision_clinic_id_id_patient_id_key" ON "program_revision"("clinic_id", "id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "program_revision_clinic_id_program_id_number_key" ON "program_revision"("clinic_id", "program_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "program_phase_clinic_id_revision_id_n_key" ON "program_phase"("clinic_id", "revision_id", "n");

-- CreateIndex
CREATE UNIQUE INDEX "prescribed_exercise_clinic_id_revision_id_phase_position_key" ON "prescribed_exercise"("clinic_id", "revision_id", "phase", "position");

-- CreateIndex
CREATE UNIQUE INDEX "prescribed_exercise_clinic_id_id_patient_id_key" ON "prescribed_exercise"("clinic_id", "id", "patient_id");

-- CreateIndex
CREATE INDEX "phase_change_clinic_id_program_id_changed_at_idx" ON "phase_change"("clinic_id", "program_id", "changed_at");

-- CreateIndex
CREATE INDEX "hold_clinic_id_program_id_idx" ON "hold"("clinic_id", "program_id");

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_clinic_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "patient_id") REFERENCES "patient"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_clinic_id_check_in_id_fkey" FOREIGN KEY ("clinic_id", "check_in_id") REFERENCES "check_in"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_clinic_id_owner_id_fkey" FOREIGN KEY ("clinic_id", "owner_id") REFERENCES "clinic_user"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_clinic_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "patient_id") REFERENCES "patient"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_clinic_id_episode_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "episode_id", "patient_id") REFERENCES "episode"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_clinic_id_program_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "program_id", "patient_id") REFERENCES "program"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_clinic_id_corrects_id_fkey" FOREIGN KEY ("clinic_id", "corrects_id") REFERENCES "check_in"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "symptom_report" ADD CONSTRAINT "symptom_report_clinic_id_check_in_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "check_in_id", "patient_id") REFERENCES "check_in"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exercise_log" ADD CONSTRAINT "exercise_log_clinic_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "patient_id") REFERENCES "patient"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exercise_log" ADD CONSTRAINT "exercise_log_clinic_id_prescribed_exercise_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "prescribed_exercise_id", "patient_id") REFERENCES "prescribed_exercise"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_clinic_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "patient_id") REFERENCES "patient"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_clinic_id_episode_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "episode_id", "patient_id") REFERENCES "episode"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_clinic_id_subject_id_fkey" FOREIGN KEY ("clinic_id", "subject_id") REFERENCES "clearance_subject"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance_decision" ADD CONSTRAINT "clearance_decision_clinic_id_clearance_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "clearance_id", "patient_id") REFERENCES "clearance"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode" ADD CONSTRAINT "episode_clinic_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "patient_id") REFERENCES "patient"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "episode" ADD CONSTRAINT "episode_clinic_id_surgeon_id_fkey" FOREIGN KEY ("clinic_id", "surgeon_id") REFERENCES "clinic_user"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "restriction" ADD CONSTRAINT "restriction_clinic_id_episode_id_fkey" FOREIGN KEY ("clinic_id", "episode_id") REFERENCES "episode"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "restriction" ADD CONSTRAINT "restriction_clinic_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "patient_id") REFERENCES "patient"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_user" ADD CONSTRAINT "clinic_user_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_clinic_id_user_id_fkey" FOREIGN KEY ("clinic_id", "user_id") REFERENCES "clinic_user"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_session" ADD CONSTRAINT "sign_in_session_clinic_id_user_id_fkey" FOREIGN KEY ("clinic_id", "user_id") REFERENCES "clinic_user"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_version" ADD CONSTRAINT "template_version_clinic_id_template_id_fkey" FOREIGN KEY ("clinic_id", "template_id") REFERENCES "template"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_phase" ADD CONSTRAINT "template_phase_clinic_id_version_id_fkey" FOREIGN KEY ("clinic_id", "version_id") REFERENCES "template_version"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_exercise" ADD CONSTRAINT "template_exercise_clinic_id_phase_id_fkey" FOREIGN KEY ("clinic_id", "phase_id") REFERENCES "template_phase"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_exercise" ADD CONSTRAINT "template_exercise_clinic_id_exercise_id_fkey" FOREIGN KEY ("clinic_id", "exercise_id") REFERENCES "exercise"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "patient" ADD CONSTRAINT "patient_clinic_id_user_id_fkey" FOREIGN KEY ("clinic_id", "user_id") REFERENCES "clinic_user"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_team_member" ADD CONSTRAINT "care_team_member_clinic_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "patient_id") REFERENCES "patient"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "care_team_member" ADD CONSTRAINT "care_team_member_clinic_id_user_id_fkey" FOREIGN KEY ("clinic_id", "user_id") REFERENCES "clinic_user"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_clinic_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "patient_id") REFERENCES "patient"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_clinic_id_episode_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "episode_id", "patient_id") REFERENCES "episode"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_clinic_id_template_version_id_fkey" FOREIGN KEY ("clinic_id", "template_version_id") REFERENCES "template_version"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_draft" ADD CONSTRAINT "program_draft_clinic_id_program_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "program_id", "patient_id") REFERENCES "program"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_revision" ADD CONSTRAINT "program_revision_clinic_id_program_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "program_id", "patient_id") REFERENCES "program"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_revision" ADD CONSTRAINT "program_revision_clinic_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "patient_id") REFERENCES "patient"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_phase" ADD CONSTRAINT "program_phase_clinic_id_revision_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "revision_id", "patient_id") REFERENCES "program_revision"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prescribed_exercise" ADD CONSTRAINT "prescribed_exercise_clinic_id_revision_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "revision_id", "patient_id") REFERENCES "program_revision"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prescribed_exercise" ADD CONSTRAINT "prescribed_exercise_clinic_id_exercise_id_fkey" FOREIGN KEY ("clinic_id", "exercise_id") REFERENCES "exercise"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phase_change" ADD CONSTRAINT "phase_change_clinic_id_program_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "program_id", "patient_id") REFERENCES "program"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_clinic_id_program_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "program_id", "patient_id") REFERENCES "program"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_clinic_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "patient_id") REFERENCES "patient"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_clinic_id_check_in_id_fkey" FOREIGN KEY ("clinic_id", "check_in_id") REFERENCES "check_in"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "check_in_clinic_id_corrects_id_idx" ON "check_in"("clinic_id", "corrects_id");
