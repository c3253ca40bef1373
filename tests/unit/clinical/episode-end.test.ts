import { describe, expect, it } from "vitest";
import { endKinds, programAfter, whyNotEnd, type AtTheEnd } from "@/lib/clinical/episode-end";

const stood = (program: AtTheEnd["program"], isSuspended = false): AtTheEnd => ({ program, isSuspended });

describe("the end of an episode", () => {
  it("is not a therapist's while a suspension is open, but for a death", () => {
    const refused = endKinds.flatMap((kind) =>
      (["therapist", "surgeon"] as const).flatMap((role) =>
        [true, false]
          .filter((isSuspended) => whyNotEnd(kind, role, stood("held", isSuspended)) !== null)
          .map((isSuspended) => `${kind} ${role} ${String(isSuspended)}`),
      ),
    );
    expect(refused).toEqual(["discharged", "transferred", "superseded"].map((kind) => `${kind} therapist true`));
  });

  it("completes what runs with a discharge, stops it with every other end, and leaves what has ended", () => {
    const after = (program: AtTheEnd["program"]) => endKinds.map((kind) => programAfter(kind, stood(program)));
    expect(after("active")).toEqual(["completed", "stopped", "stopped", "stopped"]);
    for (const program of ["held", "draft"] as const) {
      expect(after(program)).toEqual(["stopped", "stopped", "stopped", "stopped"]);
    }
    for (const program of ["none", "completed", "stopped"] as const) {
      expect(after(program)).toEqual([null, null, null, null]);
    }
  });
});
