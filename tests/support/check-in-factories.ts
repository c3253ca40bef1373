import { triage } from "@/lib/clinical/triage";
import type { Answer, Stage, TriageLevel } from "@/lib/clinical/triage-content";
import { addDays, dayIn, type Day } from "@/lib/dates";
import { triageContextOf } from "@/lib/check-in/context";
import { insertCheckIn } from "@/lib/records/check-ins/insert-check-in";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";
import { sha256Of } from "@/lib/records/canonical-json";
import { quietAnswers } from "@/prisma/demo/quiet-answers";
import { acting, asActor, type TestPatient } from "./factories";
import type { TestProgram } from "./program-factories";

/**
 * A check-in that lies `daysAgo` days back, judged by the real triage; all quiet with pain 2 but for the given answers. It has no effects: no
 * hold and no alert (the verb makes those).
 */
export async function aCheckIn(
  patient: TestPatient,
  given: {
    daysAgo?: number;
    stage?: Stage;
    answers?: Readonly<Record<string, Answer>>;
    program?: TestProgram;
  } = {},
): Promise<{ id: string; level: TriageLevel; onDay: Day }> {
  const { clinic, user, episode } = patient;
  const { daysAgo = 0, stage = "full" } = given;
  const now = new Date(Date.now() - daysAgo * 86_400_000);
  const onDay = addDays(dayIn(clinic.timeZone, new Date()), -daysAgo);
  const procedureType = episode.protocolId === "fusion-lumbar" ? "fusion" : "injection";
  const treated = { ...episode, procedureType, region: "LUMBAR" } as const;
  const content = shippedTriage();
  const context = triageContextOf(treated, onDay);
  const pain = { nprsBefore: 2, nprsDuring: 2, nprsAfter: 2, hoursIncreased: 0 };
  const answers = { ...quietAnswers(stage, context, content, pain), ...given.answers };
  const result = triage({ answers, context, recent: [], stage, on: onDay }, content);
  const input = { idempotencyKey: crypto.randomUUID(), stage, answers };
  const row = await acting(user, (tx) =>
    insertCheckIn(
      tx,
      asActor(user),
      {
        input,
        fingerprint: sha256Of({ stage, answers }),
        when: { onDay, reportedAt: now },
        episode: {
          ...treated,
          patientId: patient.patient.id,
          surgeonId: patient.surgeon.id,
          pathwayStart: null,
          program: given.program ? { id: given.program.id, phase: given.program.phase } : null,
        },
        answers,
        result,
        settingsVersion: 0,
        now,
      },
      content,
    ),
  );
  return { id: row.id, level: result.level, onDay };
}
