/** What was read of a draft: the versions of its lines and of its phases, and the own version that it follows. */
export type Versions = { version: number; phasesVersion: number; follows: number };

/** What every form about phases sends beside its own fields. */
export function VersionFields({ templateId, versions }: { templateId: string; versions: Versions }) {
  return (
    <>
      <input name="templateId" type="hidden" value={templateId} />
      <input name="version" type="hidden" value={versions.version} />
      <input name="phasesVersion" type="hidden" value={versions.phasesVersion} />
      <input name="follows" type="hidden" value={versions.follows} />
    </>
  );
}
