"use client";

import type { TakeProposalsInput } from "@/lib/schemas/proposals";
import { onDemand } from "./on-demand";

type Props = { draft: TakeProposalsInput; close?: () => void };
const dismissDraft = onDemand<Props>(() => import("./dismiss-draft").then(({ DismissDraft }) => DismissDraft));
const takeProposals = onDemand<Props>(() => import("./take-proposals").then(({ TakeProposals }) => TakeProposals));

/** Puts a draft of the product away: most visits of a program have none, so its code does not come with the page. */
export const DismissDraft = dismissDraft.Part;
/** Takes what the week proposes; its code comes on demand for the same reason. */
export const TakeProposals = takeProposals.Part;
