import type { ClientBase } from "pg";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { canonicalJson } from "@/lib/records/canonical-json";
import { copyLibrary, type OwnLibrary, type ShippedLibrary } from "./copy-library";
import { shippedLibrary } from "./shipped-library";

/** What a refresh brought to the clinics; all zero when they were up to date. */
export type Refreshed = { exercises: number; protocols: number; subjects: number };

/**
 * Brings what the product ships now to every clinic that was opened with an older library: exercises and subjects that are missing or were
 * corrected, and a new version of every protocol that changed, unless the clinic's newest version is its own. Running programs keep their version; the clinic's own exercises are not touched.
 * @param db a connection as the owner of the tables
 */
export async function refreshLibraries(db: ClientBase, shipped: ShippedLibrary = shippedLibrary()): Promise<Refreshed> {
  const total: Refreshed = { exercises: 0, protocols: 0, subjects: 0 };
  const clinics = await db.query<{ id: string }>("SELECT DISTINCT clinic_id AS id FROM sign_in_directory");
  for (const { id } of clinics.rows) {
    await db.query("BEGIN");
    try {
      await db.query("SELECT set_config('app.clinic_id', $1, true)", [id]);
      // Two servers that start at once: the second one finds nothing left to bring.
      await db.query("SELECT pg_advisory_xact_lock(hashtextextended('library ' || $1, 0))", [id]);
      const { exercises, protocols, subjects } = await refreshLibrary(id, shipped, db);
      await db.query("COMMIT");
      total.exercises += exercises;
      total.protocols += protocols;
      total.subjects += subjects;
    } catch (error) {
      await db.query("ROLLBACK");
      throw error;
    }
  }
  return total;
}

async function refreshLibrary(clinicId: string, shipped: ShippedLibrary, db: ClientBase): Promise<Refreshed> {
  const own = await loadOwn(clinicId, db);
  const exercises = shipped.exercises.filter(
    ({ facts, texts }) => own.exercises.get(facts.id)?.content !== canonicalJson({ facts, texts }),
  );
  const corrected = exercises.filter(({ facts }) => own.exercises.has(facts.id));
  const protocols = shipped.protocols.filter(({ facts, phases }) => {
    const newest = own.templates.get(facts.id);
    return !newest || (newest.isShipped && newest.content !== canonicalJson({ facts, lines: linesOf(phases) }));
  });
  const subjects = shipped.subjects.filter(
    ({ id, kind: _, ...content }) => own.subjects.get(id) !== canonicalJson(content),
  );
  for (const { facts, texts } of corrected) {
    await db.query(
      `UPDATE exercise SET facts = $3, texts = $4, library_version = library_version + 1
       WHERE clinic_id = $1 AND code = $2 AND origin = 'shipped'`,
      [clinicId, facts.id, facts, texts],
    );
  }
  const known = subjects.filter(({ id }) => own.subjects.has(id));
  for (const { id, decidedBy, surgeonIn, opensKeys, restrictedBy, covers, allowedWithin, texts } of known) {
    await db.query(
      `UPDATE clearance_subject SET decided_by = $3, surgeon_in = $4, opens_keys = $5, restricted_by = $6, covers = $7, allowed_within = $8, texts = $9
       WHERE clinic_id = $1 AND id = $2`,
      [clinicId, id, decidedBy, surgeonIn, opensKeys, restrictedBy, covers, allowedWithin, texts],
    );
  }
  await copyLibrary(
    clinicId,
    {
      exercises: exercises.filter(({ facts }) => !own.exercises.has(facts.id)),
      protocols,
      subjects: subjects.filter(({ id }) => !own.subjects.has(id)),
    },
    (sql, json) => db.query(sql, [json]),
    asOwnLibrary(own),
  );
  const refreshed = { exercises: exercises.length, protocols: protocols.length, subjects: subjects.length };
  if (Object.values(refreshed).some((count) => count > 0)) {
    await db.query(
      `INSERT INTO audit_event (clinic_id, actor_role, act, subject_kind, subject_id, request_id)
       VALUES ($1, 'owner', 'library.refresh', 'clinic', $2, $3)`,
      [clinicId, clinicId, newId()],
    );
  }
  return refreshed;
}

type Own = {
  exercises: Map<string, { id: string; content: string }>;
  templates: Map<string, { id: string; number: number; isShipped: boolean; content: string }>;
  subjects: Map<string, string>;
};

const exerciseRow = z.object({ id: z.string(), code: z.string(), facts: z.unknown(), texts: z.unknown() });
const templateRow = z.object({
  id: z.string(),
  protocolId: z.string(),
  number: z.number(),
  isShipped: z.boolean(),
  facts: z.unknown(),
  lines: z.unknown(),
});
const subjectRow = z.object({
  id: z.string(),
  decidedBy: z.string(),
  surgeonIn: z.array(z.string()),
  opensKeys: z.array(z.string()),
  restrictedBy: z.array(z.string()),
  covers: z.array(z.string()),
  allowedWithin: z.string().nullable(),
  texts: z.unknown(),
});

async function loadOwn(clinicId: string, db: ClientBase): Promise<Own> {
  const read = async <T extends z.ZodType>(row: T, sql: string) =>
    z.array(row).parse((await db.query(sql, [clinicId])).rows);
  const exercises = await read(
    exerciseRow,
    "SELECT id, code, facts, texts FROM exercise WHERE clinic_id = $1 AND origin = 'shipped'",
  );
  const templates = await read(
    templateRow,
    `SELECT DISTINCT ON (t.id) t.id, t.protocol_id AS "protocolId", v.number, v.note = 'shipped' AS "isShipped", v.facts, (
       SELECT jsonb_agg(jsonb_build_object('phase', p.n, 'exercise', x.code, 'dosage', te.dosage, 'starting', te.starting, 'reason', te.reason,
         'overrideReason', te.override_reason) ORDER BY p.n, te.position)
       FROM template_phase p
       JOIN template_exercise te ON te.clinic_id = p.clinic_id AND te.phase_id = p.id
       JOIN exercise x ON x.clinic_id = te.clinic_id AND x.id = te.exercise_id
       WHERE p.clinic_id = v.clinic_id AND p.version_id = v.id) AS lines
     FROM template t JOIN template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id
     WHERE t.clinic_id = $1 AND t.origin = 'shipped' ORDER BY t.id, v.number DESC`,
  );
  const subjects = await read(
    subjectRow,
    `SELECT id, decided_by AS "decidedBy", surgeon_in AS "surgeonIn", opens_keys AS "opensKeys", restricted_by AS "restrictedBy", covers, allowed_within AS "allowedWithin", texts
     FROM clearance_subject WHERE clinic_id = $1`,
  );
  return {
    exercises: new Map(exercises.map(({ id, code, ...content }) => [code, { id, content: canonicalJson(content) }])),
    templates: new Map(
      templates.map(({ id, protocolId, number, isShipped, ...content }) => [
        protocolId,
        { id, number, isShipped, content: canonicalJson(content) },
      ]),
    ),
    subjects: new Map(subjects.map(({ id, ...content }) => [id, canonicalJson(content)])),
  };
}

function asOwnLibrary({ exercises, templates }: Own): OwnLibrary {
  return {
    exercises: new Map([...exercises].map(([code, { id }]) => [code, id])),
    templates: new Map([...templates].map(([protocol, { id, number }]) => [protocol, { id, number }])),
  };
}

/** What makes a version another one besides its facts. */
function linesOf(phases: ShippedLibrary["protocols"][number]["phases"]): object[] {
  return phases.flatMap(({ n, lines }) =>
    lines.map(({ exercise, dosage, starting, reason, overrideReason }) => ({
      ...{ phase: n, exercise, dosage, starting, reason, overrideReason },
    })),
  );
}
