"use client";

import { type ReactNode, useId, useState } from "react";

/** A patient's row whose alert opens under it, in the list. Without an alert it is a plain row. */
export function AlertRow({
  id,
  cells,
  age,
  toggleName,
  panel,
  isOpenAtFirst,
}: {
  id: string;
  cells: ReactNode;
  /** The last cell: how long the oldest alert waits. With a panel it is the button that opens it. */
  age: ReactNode;
  toggleName: string;
  panel: ReactNode;
  isOpenAtFirst: boolean;
}) {
  const panelId = useId();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const isShown = panel !== null && isOpen;
  const ground = isShown
    ? "bg-accent-tint shadow-[inset_3px_0_0_var(--color-accent)]"
    : "border-b border-line focus-within:bg-accent-tint";
  return (
    <>
      <tr
        className={`h-12 align-top max-md:grid max-md:h-auto max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:py-2.5 md:align-middle ${ground}`}
        data-row={id}
      >
        {cells}
        <td className="px-2 py-1.25 max-md:col-start-2 max-md:row-start-1 max-md:px-3 min-[85rem]:px-2.5">
          {panel === null ? (
            age
          ) : (
            <button
              aria-controls={panelId}
              aria-expanded={isOpen}
              aria-label={toggleName}
              className="w-full rounded-6 px-1.5 py-0.5 text-start hover:bg-sunken"
              data-act="open-alert"
              onClick={() => setIsOpen(!isOpen)}
              type="button"
            >
              {age}
            </button>
          )}
        </td>
      </tr>
      {panel === null ? null : (
        <tr
          className={`border-b border-line max-md:block ${isShown ? "bg-accent-tint shadow-[inset_3px_0_0_var(--color-accent)]" : ""}`}
          data-panel={id}
          data-row={id}
          hidden={!isOpen}
          id={panelId}
        >
          <td className="px-3.5 pb-3 max-md:block" colSpan={8}>
            {panel}
          </td>
        </tr>
      )}
    </>
  );
}
