import { AppLink } from "@/components/ui/app-link";
import { sourceTitles } from "@/lib/records/library/names";

/** Sources by title, each with the page of what rests on it. */
export function SourceList({ ids }: { ids: readonly string[] }) {
  return (
    <ul className="grid gap-1">
      {ids.map((id) => (
        <li key={id}>
          <AppLink className="link-alone" href={`/sources/${encodeURIComponent(id)}`}>
            {sourceTitles[id]?.title ?? id}
          </AppLink>{" "}
          <span className="text-12 text-ink-3">{id}</span>
        </li>
      ))}
    </ul>
  );
}
