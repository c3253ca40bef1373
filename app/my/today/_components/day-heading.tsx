import { SessionPath, type SessionPart } from "@/components/shell/patient-shell";

/** The head of the day: how far it has come, and how long ago the treatment was. */
export function DayHeading({ part, title, since }: { part: SessionPart; title: string; since: string }) {
  return (
    <>
      <SessionPath current={part} />
      <div>
        <h1 className="text-26 font-bold tracking-tight">{title}</h1>
        <p className="text-16 text-ink-2">{since}</p>
      </div>
    </>
  );
}
