import { readWatcher } from "@/lib/access/read-actor";
import { awaitNews } from "@/lib/records/news/await-news";
import { answer, answerToError } from "../json-answer";

/** Whether there is something new in the clinic: waits until there is. A page asks it by itself, so that it counts as no activity. */
export async function GET(request: Request): Promise<Response> {
  const actor = await readWatcher();
  if (!actor) return answer(401, { error: "signed-out" });
  const known = new URL(request.url).searchParams.get("known") ?? "";
  try {
    return answer(200, { news: await awaitNews(actor, known, request.signal) });
  } catch (error) {
    return answerToError(error, actor, () => answer(409, { error: "conflict" }));
  }
}
