import type { OwnRecordHead } from "@/lib/schemas/own-record";

/** The record as JSON, piece by piece: `ownRecordSchema`, the long lists last. */
export async function* recordJson(
  head: OwnRecordHead,
  lists: Record<"checkIns" | "marks", AsyncIterable<readonly object[]>>,
): AsyncGenerator<string, void> {
  yield JSON.stringify(head).slice(0, -1);
  for (const name of ["checkIns", "marks"] as const) {
    yield `,"${name}":[`;
    let isFirst = true;
    for await (const page of lists[name]) {
      for (const one of page) {
        yield `${isFirst ? "" : ","}\n${JSON.stringify(one)}`;
        isFirst = false;
      }
    }
    yield "]";
  }
  yield "}\n";
}
