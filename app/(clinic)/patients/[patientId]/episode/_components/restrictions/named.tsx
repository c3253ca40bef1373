import type { ReactNode } from "react";

/** A short word on the screen that is read aloud with what it is about. */
export function Named({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      {children}
      <span className="sr-only">: {name}</span>
    </>
  );
}
