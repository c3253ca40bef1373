import { redirect } from "next/navigation";
import { requireActor } from "@/lib/access/read-actor";

/** Everybody's patients are the worklist's tab "All". */
export default async function PatientsPage() {
  await requireActor("therapist", "surgeon");
  redirect("/worklist");
}
