import { redirect } from "next/navigation";

/** Everybody's patients are the worklist's tab "All". */
export default function PatientsPage() {
  redirect("/worklist");
}
