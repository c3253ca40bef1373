import { takeMark } from "@/lib/records/reports/take-report";
import { exerciseMarkSchema } from "@/lib/schemas/exercise-log";
import { answerReport } from "../answer-report";

/** The mark of one session of an exercise as JSON, as a phone sends it that was offline. */
export function POST(request: Request): Promise<Response> {
  return answerReport(request, exerciseMarkSchema, takeMark);
}
