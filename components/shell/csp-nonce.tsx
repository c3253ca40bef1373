"use client";

import { useState } from "react";

/**
 * Where react-aria reads the nonce for the style element that it writes. The document's policy knows the nonce of its own request alone, so the one
 * of a later answer, after a server action for instance, is not taken.
 */
export function CspNonce({ nonce }: { nonce: string }) {
  const [first] = useState(nonce);
  return <meta nonce={first} property="csp-nonce" />;
}
