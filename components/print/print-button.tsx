"use client";

import { Button } from "../ui/button";

/** Opens the browser's print window. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button onClick={() => window.print()} variant="primary">
      {label}
    </Button>
  );
}
