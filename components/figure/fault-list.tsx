import { useFaultWords } from "./fault-words";
import type { PlacedFault } from "@/lib/figure/placed-faults";

/** What is wrong with a figure, each at its picture and joint; nothing where nothing is. */
export function FaultList({ faults }: { faults: readonly PlacedFault[] }) {
  const words = useFaultWords();
  if (faults.length === 0) return null;
  return (
    <ul className="grid list-disc gap-0.5 ps-5 text-13">
      {faults.map((fault) => {
        const { where, what } = words(fault);
        return (
          <li key={`${String(fault.key)} ${fault.joint} ${fault.kind}`}>
            <strong className="font-semibold">{where}:</strong> {what}
          </li>
        );
      })}
    </ul>
  );
}
