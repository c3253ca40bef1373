import type { ComponentProps } from "react";

/** A real table with a head that stays. It scrolls inside its own box on a narrow screen, reachable by keyboard. */
export function Table({ caption, children, className = "", ...rest }: ComponentProps<"table"> & { caption: string }) {
  return (
    // A box that scrolls must be focusable, or the keyboard cannot reach its right side.
    <div aria-label={caption} className="relative min-w-0 overflow-x-auto" role="region" tabIndex={0}>
      <table {...rest} className={`w-full border-collapse text-start ${className}`}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function HeadCell({ className = "", ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...rest}
      className={`sticky top-0 z-1 h-7.5 border-b border-line bg-surface px-2.5 text-start text-12 font-medium text-ink-3 ${className}`}
    />
  );
}

/** `isCompact` is the 34 px setting; a row is 48 px otherwise. */
export function Row({
  className = "",
  isSelected,
  isCompact = false,
  ...rest
}: ComponentProps<"tr"> & { isSelected?: boolean; isCompact?: boolean }) {
  return (
    <tr
      {...rest}
      className={`border-b border-line ${isCompact ? "h-8.5" : "h-12"} ${isSelected === true ? "bg-accent-tint shadow-[inset_3px_0_0_var(--color-accent)]" : ""} ${className}`}
    />
  );
}

export function Cell({ className = "", ...rest }: ComponentProps<"td">) {
  return <td {...rest} className={`px-2.5 py-1.5 align-middle ${className}`} />;
}

/** The cell that names its row. */
export function RowHead({ className = "", ...rest }: ComponentProps<"th">) {
  return <th scope="row" {...rest} className={`px-2.5 py-1.5 text-start align-middle font-semibold ${className}`} />;
}

/** A heading inside a table: "Act now · 2", and why in `note`. */
export function GroupRow({ title, note, columns }: { title: string; note?: string | undefined; columns: number }) {
  return (
    <tr>
      <th className="px-2.5 pt-3 pb-1 text-start text-12 font-semibold text-ink-2" colSpan={columns} scope="colgroup">
        {title} {note === undefined ? null : <span className="ms-1 font-normal text-ink-3">{note}</span>}
      </th>
    </tr>
  );
}
