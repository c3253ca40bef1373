import { UnverifiedMark, unverifiedSource } from "@/components/clinical/unverified-mark";

/** Source ids after a rule; what nobody has confirmed carries its mark. */
export function SourceIds({ ids }: { ids: readonly string[] }) {
  const known = ids.filter((id) => id !== unverifiedSource);
  return (
    <>
      {known.join(", ")}
      {known.length === ids.length ? null : (
        <>
          {known.length > 0 ? " " : ""}
          <UnverifiedMark />
        </>
      )}
    </>
  );
}
