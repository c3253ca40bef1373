import { useTranslations } from "next-intl";
import { VerdictBadge } from "@/components/clinical/status-badges";
import type { JudgedProposal } from "@/lib/records/proposals/judged-proposal";
import { useProposedWords } from "./proposed-words";

/** One line of the list: whose draft, why it was begun, how much it changes, and what the rules say of it. */
export function ProposalHead({ item, massUnit }: { item: JudgedProposal; massUnit: "kg" | "lb" }) {
  const t = useTranslations("proposals");
  const why = useProposedWords(massUnit);
  const { patientName, mrn, changes, editedBy, verdict, proposed, isSignable, switched } = item;
  return (
    <span className="grid min-w-0 flex-1 items-baseline gap-x-4 gap-y-0.5 md:grid-cols-[13rem_minmax(0,1fr)_auto]">
      <span>
        <strong className="font-semibold" data-patient="">
          {patientName}
        </strong>{" "}
        <span className="text-12 text-ink-3">{mrn}</span>
      </span>
      <span className="min-w-0">
        {why(proposed)}{" "}
        <span className="text-ink-2">
          {t("changes", { count: changes.length + (switched?.phases.length ?? 0) })}
          {editedBy === null ? "" : ` ${t("edited", { name: editedBy })}`}
        </span>
      </span>
      <span>{isSignable && verdict === "block" ? null : <VerdictBadge verdict={verdict} />}</span>
    </span>
  );
}
