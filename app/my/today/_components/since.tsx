import type { Course } from "@/lib/records/today/course";
import { useSince } from "../../_components/words";

/** How long ago the treatment was, or how far the pathway has come. */
export function Since({ course }: { course: Course }) {
  return useSince()(course);
}
