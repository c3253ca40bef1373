import { recordJson } from "@/components/record-file/record-json";
import { answerWithFile } from "../../my/record/answer-with-file";

/** The patient's whole record for other programs: `ownRecordSchema`. */
export function GET(): Promise<Response> {
  return answerWithFile("json", ({ head, checkIns, marks }) =>
    Promise.resolve(recordJson(head, { checkIns: checkIns(), marks: marks() })),
  );
}
