import { UnverifiedMark, unverifiedSource } from "@/components/clinical/unverified-mark";
import { AppLink } from "@/components/ui/app-link";

/** Source ids after a rule, each with the page of what rests on it; what nobody has confirmed carries its mark. */
export function SourceIds({ ids }: { ids: readonly string[] }) {
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 ? " " : ""}
      {id === unverifiedSource ? (
        <UnverifiedMark />
      ) : (
        <AppLink
          className="inline-flex min-h-6 min-w-6 items-center underline underline-offset-2"
          href={`/sources/${id}`}
        >
          {id}
        </AppLink>
      )}
    </span>
  ));
}
