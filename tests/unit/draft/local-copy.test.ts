import { describe, expect, it } from "vitest";
import { localCopy } from "@/app/(clinic)/patients/[patientId]/program/_components/draft/local-copy";
import { draftKey } from "@/lib/access/draft-key";
import { aDraft, aLine } from "./given";

process.env["DATABASE_URL"] ??= "postgresql://nobody@localhost/none";
process.env["NEXTAUTH_SECRET"] ??= "kQ2vZ8sTq1LwXr5nBt7yHm3pGd6fJc9a";

/** The browser's storage, by name. */
function aStorage(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => void entries.set(name, value),
    removeItem: (name) => void entries.delete(name),
    clear: () => entries.clear(),
  };
}

const note = "Stop at the first sign of pain";
const uuid = "6f7f1a52-8f4e-4c49-9d0f-6f1fbb0d7a11";
const base = aDraft(aLine(uuid, { exercise: "bridge" }));
const copy = { base, follows: 1, draft: aDraft(aLine(uuid, { exercise: "bridge", noteToPatient: note })) };
const priya = { clinicId: "clinic", userId: "priya" };
const keyOf = (person: typeof priya, programId = "program") => draftKey(person, programId);
const open = (storage: Storage, key = keyOf(priya), now?: () => number) =>
  localCopy(key.name, key.key, storage, now ?? Date.now);
const textsOf = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").map(
    (name) => `${name}=${storage.getItem(name) ?? ""}`,
  );

describe("an unsaved draft in the browser", () => {
  it("comes back to the same person, on another page of theirs", async () => {
    const storage = aStorage();
    await open(storage).write(copy);
    const next = open(storage);
    expect(await next.read()).toEqual([copy]);
    next.forget();
    expect(storage.length).toBe(0);
  });

  it("is not to be read: neither exercise, note nor ids stand in it", async () => {
    const storage = aStorage();
    await open(storage).write(copy);
    const [text = ""] = textsOf(storage);
    expect(text).toMatch(/^phasewise\.unsaved\.[\w-]{22}\.[0-9a-f-]{36}=\d+\.[\w-]{16}\.[\w-]+$/);
    const readable = [text, ...text.split(/[.=]/).map((part) => Buffer.from(part, "base64url").toString("latin1"))];
    for (const word of ["bridge", note, uuid, "dosage", "priya", "program", "clinic"])
      for (const part of readable.slice(1)) expect(part).not.toContain(word);
    expect(readable[0]).not.toContain("bridge");
  });

  it("cannot be opened by another person, for another program, or where it was tampered with", async () => {
    const storage = aStorage();
    await open(storage).write(copy);
    const own = keyOf(priya);
    for (const other of [
      keyOf({ ...priya, userId: "robin" }),
      keyOf({ ...priya, clinicId: "other" }),
      keyOf(priya, "x"),
    ]) {
      expect(other.name).not.toBe(own.name);
      expect(await open(storage, other).read()).toEqual([]);
      expect(await open(storage, { ...other, name: own.name }).read()).toEqual([]);
    }
    const name = storage.key(0) ?? "";
    const [at = "", ...sealed] = (storage.getItem(name) ?? "").split(".");
    storage.setItem(name, [String(Number(at) - 1), ...sealed].join("."));
    expect(await open(storage).read()).toEqual([]);
  });

  it("is kept for seven days, of whomever it is", async () => {
    const storage = aStorage();
    const written = Date.now();
    await open(storage).write(copy);
    const later = (days: number) => () => written + days * 86_400_000;
    expect(await open(storage, keyOf(priya), later(6.99)).read()).toHaveLength(1);
    expect(await open(storage, keyOf({ ...priya, userId: "robin" }), later(7.01)).read()).toEqual([]);
    expect(storage.length).toBe(0);
  });

  it("is gone once it is saved, though it was still being encrypted", async () => {
    const storage = aStorage();
    const own = open(storage);
    await own.write(copy);
    const writing = own.write(copy);
    own.clear();
    await writing;
    expect(storage.length).toBe(0);
  });

  it("is one of each open page; a page does not read its own", async () => {
    const storage = aStorage();
    const [one, two] = [open(storage, keyOf(priya), () => Date.now() - 1000), open(storage)];
    await one.write(copy);
    await one.write(copy);
    await two.write({ ...copy, draft: base });
    expect(await one.read()).toEqual([{ ...copy, draft: base }]);
    expect(await open(storage).read()).toEqual([copy, { ...copy, draft: base }]);
  });

  it("is left out where there is no room, and other entries are left alone", async () => {
    const storage = aStorage();
    storage.setItem("theme", "dark");
    const full = Object.assign(aStorage(), {
      setItem: () => {
        throw new Error("full");
      },
    });
    await expect(open(full).write(copy)).resolves.toBeUndefined();
    expect(await open(storage).read()).toEqual([]);
    expect(storage.getItem("theme")).toBe("dark");
  });
});
