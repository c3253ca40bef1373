/** The versions of a draft that were read: of its lines, and of its phases. */
export type Versions = { version: number; phasesVersion: number };

/** What every form about phases sends beside its own fields. */
export function VersionFields({ templateId, versions }: { templateId: string; versions: Versions }) {
  return (
    <>
      <input name="templateId" type="hidden" value={templateId} />
      <input name="version" type="hidden" value={versions.version} />
      <input name="phasesVersion" type="hidden" value={versions.phasesVersion} />
    </>
  );
}
