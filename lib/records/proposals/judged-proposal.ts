import type { Text } from "@/lib/clinical/facts";
import type { Finding, Severity } from "@/lib/clinical/finding";
import { signing } from "@/lib/clinical/signing";
import { compareLines, isChange, type LineChange } from "@/lib/draft/compare-lines";
import { signingStops } from "@/lib/draft/signing-stops";
import { NotFound } from "@/lib/errors";
import { withProtocols } from "@/lib/records/programs/clinical-content";
import type { EpisodeSituation } from "@/lib/records/programs/situation";
import { withClinicNumbers } from "@/lib/records/settings/current-settings";
import { refusalOf, type SwitchRefusal } from "@/lib/records/templates/refuse-switch";
import { versionChange, type VersionChange } from "@/lib/records/templates/version-change";
import type { Library } from "./proposal-library";
import type { ProposalRow } from "./proposal-rows";

/** A draft that the product began, beside what is in force, with what the rules find. */
export type JudgedProposal = Pick<
  ProposalRow,
  "programId" | "patientId" | "patientName" | "mrn" | "version" | "follows" | "changedAt" | "editedBy" | "proposed"
> & {
  currentPhase: number;
  changes: LineChange[];
  /** By code: of the draft's exercises as they are called now, of those that go as they were signed. */
  names: Readonly<Record<string, Text>>;
  /** Of the lines that change, and of every line that keeps the draft from being signed. */
  judged: { exercise: string; phase: number; findings: Finding[] }[];
  /** About the whole program, what keeps it from being signed; what is only said of all its phases changes with none of this. */
  general: Finding[];
  verdict: Severity;
  /** What a newer version of the template changes beside the lines, and why the program may not take it; null: nothing of this kind. */
  switched: VersionChange | null;
  refusal: SwitchRefusal | null;
  isSignable: boolean;
};

/** Compares and judges one draft. */
export function judgedProposal(row: ProposalRow, situation: EpisodeSituation, library: Library): JudgedProposal {
  const { templateVersionId, untilPhases, lines, current, ...shown } = row;
  const { currentPhase: _, otherProtocols, settings, ...known } = situation;
  const protocol = library.protocols[templateVersionId];
  if (!protocol) throw new NotFound("template");
  const own = { protocols: { [protocol.id]: protocol }, exercises: library.exercises };
  const content = withClinicNumbers(settings, withProtocols(own, otherProtocols));
  const previous = current.flatMap(({ line }) => (line.phase === row.currentPhase ? [line] : []));
  const answer = signing({ ...known, phase: row.currentPhase, previous, lines }, content, settings.clinical);
  const stops = signingStops(lines, answer);
  const changes = compareLines(
    current.map(({ line }) => line),
    lines,
  ).filter(isChange);
  const told = new Set([
    ...changes.flatMap((change) => (change.kind === "removed" ? [] : [change.after.id])),
    ...[...stops.blocked.map(({ line }) => line), ...stops.unexplained].map(({ id }) => id),
  ]);
  const judged = lines.flatMap(({ id, exercise, phase }, place) => {
    const found = answer.lines[place];
    // What only says that a line held back is not open yet changes nothing.
    const findings = found?.findings.filter(({ severity }) => !(found.heldBack && severity === "block")) ?? [];
    return told.has(id) && findings.length > 0 ? [{ exercise, phase, findings }] : [];
  });
  const signed = Object.fromEntries(current.map(({ line, name }) => [line.exercise, name]));
  const now = lines.flatMap(({ exercise }) => {
    const facts = content.exercises[exercise];
    return facts ? [[exercise, facts.name] as const] : [];
  });
  const refusal = refusedSwitch(row, library);
  return {
    ...shown,
    ...{ changes, judged, general: stops.general, verdict: answer.verdict, refusal },
    switched: versionChange(row.proposed, library.terms),
    names: { ...signed, ...Object.fromEntries(now) },
    isSignable:
      refusal === null &&
      !stops.isEmpty &&
      stops.blocked.length + stops.general.length + stops.unexplained.length === 0,
  };
}

function refusedSwitch({ proposed, currentPhase, untilPhases }: ProposalRow, { terms }: Library): SwitchRefusal | null {
  if (proposed.kind !== "template") return null;
  const [base, theirs] = [terms[proposed.from.versionId]?.phases, terms[proposed.to.versionId]?.phases];
  if (!base || !theirs) throw new NotFound("template version");
  return refusalOf({ base, theirs, currentPhase, untilPhases });
}
