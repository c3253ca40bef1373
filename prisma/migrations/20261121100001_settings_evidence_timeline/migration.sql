-- AlterTable
ALTER TABLE "alert" ADD COLUMN     "occasion" TEXT,
ADD COLUMN     "settings_version" INTEGER;

-- AlterTable
ALTER TABLE "check_in" ADD COLUMN     "settings_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "episode" ADD COLUMN     "factors" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "pathway_start" DATE;

-- AlterTable
ALTER TABLE "program_revision" ADD COLUMN     "settings_version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "phase_change" ADD COLUMN     "readiness" JSONB,
ADD COLUMN     "settings_version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "also_protocol" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "episode_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "template_version_id" UUID NOT NULL,
    "protocol_id" TEXT NOT NULL,
    "anchor_on" DATE NOT NULL,
    "phase" INTEGER,
    "reason" TEXT NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),
    "ended_by_id" UUID,
    "end_reason" TEXT,

    CONSTRAINT "also_protocol_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "timeline_change" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "episode_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "factors" TEXT[],
    "shift_days" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "timeline_change_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "condition_change" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "episode_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "conditions" TEXT[],
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "condition_change_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "criterion_evidence" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "program_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "phase" INTEGER NOT NULL,
    "criterion" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "norm" DECIMAL(8,2),
    "note" TEXT,
    "observed_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "criterion_evidence_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "clinic_settings" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "number" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "crisis_phone" TEXT,
    "reason" TEXT NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clinic_settings_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateTable
CREATE TABLE "defaults_review" (
    "clinic_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "role" TEXT NOT NULL,
    "settings_version" INTEGER NOT NULL,
    "signed_by_id" UUID NOT NULL,
    "signed_name" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(6) NOT NULL,
    "meaning" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "defaults_review_pkey" PRIMARY KEY ("clinic_id","id")
);

-- CreateIndex
CREATE INDEX "also_protocol_clinic_id_episode_id_idx" ON "also_protocol"("clinic_id", "episode_id");

-- CreateIndex
CREATE INDEX "timeline_change_clinic_id_episode_id_changed_at_idx" ON "timeline_change"("clinic_id", "episode_id", "changed_at");

-- CreateIndex
CREATE INDEX "condition_change_clinic_id_episode_id_changed_at_idx" ON "condition_change"("clinic_id", "episode_id", "changed_at");

-- CreateIndex
CREATE INDEX "criterion_evidence_clinic_id_program_id_observed_on_idx" ON "criterion_evidence"("clinic_id", "program_id", "observed_on");

-- CreateIndex
CREATE UNIQUE INDEX "clinic_settings_clinic_id_number_key" ON "clinic_settings"("clinic_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "defaults_review_clinic_id_role_key" ON "defaults_review"("clinic_id", "role");

-- AddForeignKey
ALTER TABLE "also_protocol" ADD CONSTRAINT "also_protocol_clinic_id_episode_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "episode_id", "patient_id") REFERENCES "episode"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "also_protocol" ADD CONSTRAINT "also_protocol_clinic_id_template_version_id_fkey" FOREIGN KEY ("clinic_id", "template_version_id") REFERENCES "template_version"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_change" ADD CONSTRAINT "timeline_change_clinic_id_episode_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "episode_id", "patient_id") REFERENCES "episode"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "condition_change" ADD CONSTRAINT "condition_change_clinic_id_episode_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "episode_id", "patient_id") REFERENCES "episode"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion_evidence" ADD CONSTRAINT "criterion_evidence_clinic_id_program_id_patient_id_fkey" FOREIGN KEY ("clinic_id", "program_id", "patient_id") REFERENCES "program"("clinic_id", "id", "patient_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clinic_settings" ADD CONSTRAINT "clinic_settings_clinic_id_changed_by_id_fkey" FOREIGN KEY ("clinic_id", "changed_by_id") REFERENCES "clinic_user"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "defaults_review" ADD CONSTRAINT "defaults_review_clinic_id_signed_by_id_fkey" FOREIGN KEY ("clinic_id", "signed_by_id") REFERENCES "clinic_user"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

