import { stages, type Stage } from "@/lib/clinical/triage-content";
import { skippedOf } from "../../my/today/exercise/[lineId]/_components/addresses";

/** What an address of the patient's pages asks for, as far as it can be shown without network. */
export type Place =
  /** `after`: the exercise that was marked just before. */
  | { kind: "today"; after: string | undefined }
  | { kind: "exercise"; lineId: string; after: string | undefined }
  /** `skipped`: the exercise that was skipped just before, and for which session. */
  | { kind: "check-in"; stage: Stage; isOfYesterday: boolean; skipped: ReturnType<typeof skippedOf> }
  /** Another go at an earlier answer: only the server knows it. */
  | { kind: "correction" }
  | { kind: "result"; checkInId: string }
  | { kind: "elsewhere"; tab: "program" | "allowed" | "progress" | "today" };

/** The place of an address; the shell's own address is Today. */
export function placeOf({ pathname, searchParams }: Pick<URL, "pathname" | "searchParams">): Place {
  const parts = pathname.split("/").filter((part) => part !== "");
  const [area, page, within, id] = parts;
  const after = searchParams.get("after") ?? undefined;
  if (area !== "my" || page === undefined) return { kind: "today", after: undefined };
  if (page !== "today") return { kind: "elsewhere", tab: tabOf(page) };
  if (within === undefined) return { kind: "today", after };
  if (within === "exercise" && id !== undefined) return { kind: "exercise", lineId: id, after };
  if (within !== "check-in") return { kind: "elsewhere", tab: "today" };
  if (id !== undefined) return { kind: "result", checkInId: id };
  if (searchParams.has("corrects")) return { kind: "correction" };
  const asked = searchParams.get("stage") ?? "before";
  const stage = stages.find((known) => known === asked);
  return stage === undefined
    ? { kind: "elsewhere", tab: "today" }
    : {
        kind: "check-in",
        stage,
        isOfYesterday: searchParams.get("of") === "yesterday",
        skipped: stage === "skip" ? skippedOf(after ?? null, searchParams.get("session")) : null,
      };
}

function tabOf(page: string) {
  return page === "program" || page === "allowed" || page === "progress" ? page : "today";
}
