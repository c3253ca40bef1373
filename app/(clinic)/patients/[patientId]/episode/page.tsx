import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/access/read-actor";
import { demoPassword } from "@/lib/access/demo-password";
import { may } from "@/lib/access/permissions";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadEpisode } from "@/lib/records/episodes/load-episode";
import { sourceTitles } from "@/lib/records/library/names";
import { ConditionsCard } from "./_components/conditions-card";
import { CourseCard } from "./_components/course-card";
import { MetCard } from "./_components/met-card";
import { ProtocolsCard } from "./_components/protocols-card";
import { RestrictionsCard } from "./_components/restrictions-card";
import { TimelineCard } from "./_components/timeline-card";
import { TreatmentCard } from "./_components/treatment-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("episode"))("title") };
}

/** The treatment and everything about the patient that the rules weigh beside the program. */
export default async function EpisodePage({ params }: PageProps<"/patients/[patientId]/episode">) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  const page = await orNotFound(actor, loadEpisode(actor, patientId));
  const { timeZone, massUnit } = actor.clinic;
  const of = { page, patientId, timeZone };
  return (
    <ClientMessages namespaces={["episode", "conditions", "status"]}>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 px-6 py-4 max-md:px-3 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="grid min-w-0 gap-4">
          <MetCard met={page.met} patientId={patientId} sources={sourceTitles} />
          <RestrictionsCard
            {...of}
            massUnit={massUnit}
            mayEnd={may(actor.role, "restriction.end")}
            mayOrder={may(actor.role, "restriction.order")}
            signer={{ name: actor.printedName, demoPassword: actor.clinic.isDemo ? demoPassword : null }}
          />
          <ConditionsCard {...of} />
          <div id="protocols">
            <ProtocolsCard {...of} />
          </div>
          <TimelineCard {...of} canSet={may(actor.role, "episode.timeline")} />
        </div>
        <div className="grid min-w-0 gap-4 max-xl:order-first">
          <TreatmentCard page={page} timeZone={timeZone} />
          <CourseCard
            mayEnd={may(actor.role, "episode.end")}
            mayOpen={may(actor.role, "episode.open")}
            page={page}
            patientId={patientId}
          />
        </div>
      </div>
    </ClientMessages>
  );
}
