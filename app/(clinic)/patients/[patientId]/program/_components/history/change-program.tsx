"use client";

import { onDemand } from "../on-demand";

type Props = { programId: string; label: string; close?: () => void };
const button = onDemand<Props>(() => import("./change-program-button").then((file) => file.ChangeProgramButton));

/** Begins the next revision's draft. Only what is signed shows it: its code does not come with every visit of the builder. */
export const ChangeProgram = button.Part;
