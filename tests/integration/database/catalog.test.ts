import { describe, expect, it } from "vitest";
import { aDatabase } from "@/tests/support/test-database";

/** Global by design (data-model.md): no health data, or a framework's own. `clinic` is its own key. */
const globalTables = ["clinic", "sign_in_directory", "session_directory", "rate_limit", "_prisma_migrations"];

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  const found: { rows: Record<string, unknown>[] } = await aDatabase().superuser.query(
    sql,
    sql.includes("$1") ? [globalTables] : [],
  );
  return found.rows;
}

describe("the catalog", () => {
  it("forces row-level security with a policy on every table but the global ones", async () => {
    const open = await rows(`
      SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      WHERE c.relkind IN ('r', 'p') AND c.relname <> ALL ($1::text[])
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
          SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive
            AND pg_get_expr(p.polqual, p.polrelid) LIKE '%app.clinic_id%' AND pg_get_expr(p.polwithcheck, p.polrelid) LIKE '%app.clinic_id%'))`);
    expect(open).toEqual([]);
    const clinic = await rows("SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE relname = 'clinic'");
    expect(clinic).toEqual([{ relrowsecurity: true, relforcerowsecurity: true }]);
  });

  it("has exactly one permissive policy a table, so that no second one opens what the first closes", async () => {
    const several = await rows(
      `SELECT polrelid::regclass::text AS name FROM pg_policy WHERE polpermissive GROUP BY polrelid HAVING count(*) > 1`,
    );
    expect(several).toEqual([]);
  });

  it("puts clinic_id first in every primary key, unique key and index", async () => {
    const wrong = await rows(`
      SELECT i.indexrelid::regclass::text AS name FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
      WHERE c.relname <> ALL ($1::text[]) AND a.attname <> 'clinic_id'`);
    expect(wrong).toEqual([]);
  });

  it("leads every foreign key with clinic_id on both sides", async () => {
    const wrong = await rows(`
      SELECT k.conrelid::regclass::text || '.' || k.conname AS name FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      JOIN pg_attribute own ON own.attrelid = k.conrelid AND own.attnum = k.conkey[1]
      JOIN pg_attribute other ON other.attrelid = k.confrelid AND other.attnum = k.confkey[1]
      WHERE k.contype = 'f' AND NOT (own.attname = 'clinic_id' AND other.attname IN ('clinic_id', 'id') AND (other.attname = 'clinic_id' OR k.confrelid = 'clinic'::regclass))
        AND k.conrelid::regclass::text <> ALL ($1::text[])`);
    expect(wrong).toEqual([]);
  });

  it("points every id column of a clinical table somewhere, or is the table's own", async () => {
    const loose = await rows(`
      SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      WHERE a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'uuid'::regtype AND a.attname NOT IN ('id', 'clinic_id', 'request_id', 'idempotency_key')
        AND c.relname <> ALL ($1::text[])
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = c.oid AND a.attnum = ANY (k.conkey))`);
    expect(loose).toEqual([]);
  });

  it("gives the application's role no ownership, no way round policies, and no change of what is signed", async () => {
    const [role] = await rows(
      "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = 'phasewise_app'",
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    expect(await rows("SELECT relname FROM pg_class WHERE relowner = 'phasewise_app'::regrole")).toEqual([]);
    const granted = await rows(`
      SELECT table_name || ' ' || privilege_type AS grant FROM information_schema.role_table_grants
      WHERE grantee = 'phasewise_app' AND (
        privilege_type IN ('TRUNCATE', 'TRIGGER', 'REFERENCES')
        OR (privilege_type = 'DELETE' AND table_name NOT IN ('program_draft', 'template_draft', 'rate_limit') AND table_schema <> 'pgboss')
        OR (privilege_type = 'UPDATE' AND table_name IN ('audit_event', 'check_in', 'program_revision', 'prescribed_exercise', 'clearance_decision', 'clinic'))
        OR table_name IN ('sign_in_directory', 'session_directory', '_prisma_migrations'))`);
    expect(granted).toEqual([]);
  });

  it("runs every view with the rights of its reader", async () => {
    const views = await rows(`
      SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
        AND NOT coalesce(reloptions::text, '') LIKE '%security_invoker=true%'`);
    expect(views).toEqual([]);
  });
});
