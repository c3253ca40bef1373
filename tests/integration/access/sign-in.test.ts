import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { connections } from "@/lib/db/client";
import { authOptions } from "@/lib/access/auth-options";
import { countAttempt } from "@/lib/access/attempts";
import { demoPersonas, enterAsPersona } from "@/lib/access/demo";
import { endSession, openSession, resumeSession } from "@/lib/access/sessions";
import { confirmIdentity, signIn } from "@/lib/access/sign-in";
import { Invalid, TooMany } from "@/lib/errors";
import { aClinic, aPatient, asActor, aTherapist, testPassword, type TestUser } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";

const request = "0199aaaa-0000-7000-8000-000000000000";
let address = 0;
const anAddress = () => `203.0.113.${(address += 1)}`;

async function superuser(sql: string, values: unknown[] = []): Promise<void> {
  await aDatabase().superuser.query(sql, values);
}

async function opened(user: TestUser): Promise<string> {
  return openSession({ clinicId: user.clinic.id, userId: user.id, role: user.role }, request);
}

describe("signing in", () => {
  it("answers a name that no database stores as an unknown one", async () => {
    type Authorize = (given: unknown, request: unknown) => Promise<unknown>;
    const authorize = z.custom<Authorize>((value) => typeof value === "function");
    const provider = z.object({ options: z.object({ authorize }) });
    const { options } = provider.parse(authOptions().providers[0]);
    const given = { password: "x", csrfToken: "of next-auth" };
    for (const name of ["a\0b", "a\ud800b", "a\u0007b", " "]) {
      expect(await options.authorize({ ...given, name }, { headers: {} })).toBeNull();
    }
  });

  it("opens a session whose id is stored only as a hash, audited", async () => {
    const therapist = await aTherapist(await aClinic());
    const token = await signIn(` ${therapist.signInName.toUpperCase()} `, testPassword, anAddress());
    expect(await resumeSession(token ?? "", request)).toMatchObject({
      userId: therapist.id,
      role: "therapist",
      patientId: null,
    });
    const { rows } = await aDatabase().superuser.query(
      "SELECT encode(token_hash, 'hex') AS hash FROM session_directory WHERE clinic_id = $1",
      [therapist.clinic.id],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    const audit = await aDatabase().superuser.query("SELECT act FROM audit_event WHERE actor_id = $1", [therapist.id]);
    expect(audit.rows).toEqual([{ act: "sign-in" }]);
  });

  it("makes a new session each time", async () => {
    const therapist = await aTherapist(await aClinic());
    const tokens = await Promise.all([opened(therapist), opened(therapist)]);
    expect(new Set(tokens).size).toBe(2);
  });

  it("answers alike for unknown, disabled and mistaken", async () => {
    const [known, disabled] = [await aTherapist(await aClinic()), await aTherapist(await aClinic())];
    await superuser("UPDATE clinic_user SET disabled_at = now() WHERE id = $1", [disabled.id]);
    const answers = await Promise.all([
      signIn("nobody@tests.example", testPassword, anAddress()),
      signIn(known.signInName, "not the password", anAddress()),
      signIn(disabled.signInName, testPassword, anAddress()),
    ]);
    expect(answers).toEqual([null, null, null]);
  });

  it("hashes for an unknown name too, so that time tells nothing", async () => {
    const known = await aTherapist(await aClinic());
    // The real one, watched, under modules that are loaded anew: other files of the worker have loaded them without.
    vi.resetModules();
    vi.doMock("@node-rs/argon2", { spy: true });
    const { verify } = await import("@node-rs/argon2");
    const watched = await import("@/lib/access/sign-in");
    const checks: number[] = [];
    for (const name of ["nobody@tests.example", known.signInName]) {
      vi.mocked(verify).mockClear();
      await watched.signIn(name, "a guess", anAddress());
      checks.push(vi.mocked(verify).mock.calls.length);
    }
    vi.doUnmock("@node-rs/argon2");
    vi.resetModules();
    expect(checks).toEqual([1, 1]);
  });

  it("stops after ten failures of one name from one address, and does not lock the owner out elsewhere", async () => {
    const therapist = await aTherapist(await aClinic());
    const stranger = anAddress();
    for (let turn = 0; turn < 10; turn += 1) expect(await signIn(therapist.signInName, "guess", stranger)).toBeNull();
    await expect(signIn(therapist.signInName, testPassword, stranger)).rejects.toThrow(TooMany);
    expect(await signIn(therapist.signInName, testPassword, anAddress())).not.toBeNull();
  });

  it("lets exactly ten of 30 parallel attempts through", async () => {
    const from = anAddress();
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => countAttempt("somebody", from)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });

  it("counts failures only: successes do not add up", async () => {
    const therapist = await aTherapist(await aClinic());
    const from = anAddress();
    for (let turn = 0; turn < 12; turn += 1)
      expect(await signIn(therapist.signInName, testPassword, from)).not.toBeNull();
  });
});

describe("a session", () => {
  it.each([
    ["therapist", 14, true],
    ["therapist", 16, false],
    ["patient", 59, true],
    ["patient", 61, false],
  ] as const)("of a %s idle for %i minutes is still there: %s", async (role, minutes, isThere) => {
    const given = await aPatient(await aClinic());
    const user = role === "patient" ? given.user : given.therapist;
    const token = await opened(user);
    await superuser("UPDATE sign_in_session SET last_seen_at = now() - make_interval(mins => $1) WHERE user_id = $2", [
      minutes,
      user.id,
    ]);
    expect((await resumeSession(token, request)) !== null).toBe(isThere);
  });

  it.each([
    ["therapist", 12],
    ["patient", 24],
  ] as const)("of a %s ends after %i hours whatever happens", async (role, hours) => {
    const given = await aPatient(await aClinic());
    const user = role === "patient" ? given.user : given.therapist;
    const token = await opened(user);
    const { rows }: { rows: { hours: number }[] } = await aDatabase().superuser.query(
      "SELECT round(extract(epoch FROM absolute_end_at - created_at) / 3600)::int AS hours FROM sign_in_session WHERE user_id = $1",
      [user.id],
    );
    expect(rows[0]?.hours).toBe(hours);
    await superuser("UPDATE sign_in_session SET absolute_end_at = now() WHERE user_id = $1", [user.id]);
    expect(await resumeSession(token, request)).toBeNull();
  });

  it("is extended by activity, not by polling", async () => {
    const therapist = await aTherapist(await aClinic());
    const token = await opened(therapist);
    const idle = "UPDATE sign_in_session SET last_seen_at = now() - interval '10 minutes' WHERE user_id = $1";
    const lastSeen = async () => {
      const { rows }: { rows: { idle: number }[] } = await aDatabase().superuser.query(
        "SELECT extract(epoch FROM now() - last_seen_at)::int AS idle FROM sign_in_session WHERE user_id = $1",
        [therapist.id],
      );
      return rows[0]?.idle ?? NaN;
    };
    await superuser(idle, [therapist.id]);
    await resumeSession(token, request, false);
    expect(await lastSeen()).toBeGreaterThan(500);
    await resumeSession(token, request);
    expect(await lastSeen()).toBeLessThan(60);
  });

  it("ends at sign-out and when its account is disabled, by the next request", async () => {
    const therapist = await aTherapist(await aClinic());
    const [one, two] = [await opened(therapist), await opened(therapist)];
    const actor = await resumeSession(one, request);
    if (!actor) throw new Error("no session");
    await endSession(actor);
    expect(await resumeSession(one, request)).toBeNull();
    expect(await resumeSession(two, request)).not.toBeNull();
    await superuser("UPDATE clinic_user SET disabled_at = now() WHERE id = $1", [therapist.id]);
    expect(await resumeSession(two, request)).toBeNull();
  });

  it("is nobody's for a request that comes while it ends", async () => {
    const therapist = await aTherapist(await aClinic());
    const token = await opened(therapist);
    await superuser("UPDATE sign_in_session SET last_seen_at = now() - interval '1 minute' WHERE user_id = $1", [
      therapist.id,
    ]);
    const ending = await aDatabase().superuser.connect();
    await ending.query("BEGIN");
    await ending.query("UPDATE sign_in_session SET ended_at = now(), ended_because = 'signed-out' WHERE user_id = $1", [
      therapist.id,
    ]);
    const resumed = resumeSession(token, request);
    const waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%resume_session%'";
    await expect.poll(async () => (await aDatabase().superuser.query(waiting)).rowCount).toBeGreaterThan(0);
    await ending.query("COMMIT");
    ending.release();
    expect(await resumed).toBeNull();
  });

  it("is not believed for a made-up id", async () => {
    expect(await resumeSession("made-up", request)).toBeNull();
  });
});

describe("a fresh proof of identity", () => {
  it("takes the person's own password and no other", async () => {
    const [one, other] = [await aTherapist(await aClinic()), await aTherapist(await aClinic())];
    await confirmIdentity(asActor(one), testPassword);
    await expect(confirmIdentity(asActor(other), "wrong")).rejects.toThrow(Invalid);
  });

  it("reads no other person's hash, even inside the clinic", async () => {
    const clinic = await aClinic();
    const [one, other] = [await aTherapist(clinic), await aTherapist(clinic)];
    const client = await connections().pool.connect();
    await client.query("BEGIN");
    await client.query(
      "SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_id', $2, true), set_config('app.actor_role', 'therapist', true)",
      [clinic.id, one.id],
    );
    const { rows } = await client.query("SELECT user_id FROM credential");
    await client.query("ROLLBACK");
    client.release();
    expect(rows).toEqual([{ user_id: one.id }]);
    expect(other.id).not.toBe(one.id);
  });
});

describe("demo personas", () => {
  it("exist only for a demo clinic on the embedded host", async () => {
    const [demo, real] = [await aClinic({ isDemo: true }), await aClinic()];
    const name = () => `${crypto.randomUUID()}@demo.phasewise.example`;
    const person = await aTherapist(demo, { signInName: name() });
    const stranger = await aTherapist(real, { signInName: name() });
    expect(await demoPersonas()).toEqual([]);
    expect(await enterAsPersona(person.id)).toBeNull();
    vi.resetModules();
    vi.stubEnv("PHASEWISE_DEMO", "embedded");
    const embedded = await import("@/lib/access/demo");
    const listed = (await embedded.demoPersonas()).map(({ userId }) => userId);
    expect(listed).not.toContain(stranger.id);
    expect(await embedded.enterAsPersona(stranger.id)).toBeNull();
    vi.unstubAllEnvs();
  });
});
