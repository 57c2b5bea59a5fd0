/** A child as LCS knows it. */
interface LcsChild {
  readonly key: string;
  readonly forename: string;
  readonly born: string;
}
/** One episode as an export tells of it; times are London's. */
export interface LcsEpisode {
  readonly key: string;
  readonly start: string;
  readonly end?: string;
  readonly statuses: readonly (readonly [status: string, start: string])[];
}

/** An export of LCS with episodes of one child. */
export function lcsExport(exportedAt: number, child: LcsChild, episodes: readonly LcsEpisode[]): string {
  const told = episodes.map(({ key, start, end = '', statuses }) => {
    const rows = statuses.map(([status, from], nth) => `<MissingStatus><FACT_MISSING_STATUS_ID>${key}${String(nth)}</FACT_MISSING_STATUS_ID><MISSING_STATUS>${status}</MISSING_STATUS><START_DTTM>${from}</START_DTTM></MissingStatus>`);
    return `<MissingPersonEpisode><FACT_MISSING_PERSON_ID>${key}</FACT_MISSING_PERSON_ID><DIM_PERSON_ID>${child.key}</DIM_PERSON_ID>
<START_DTTM>${start}</START_DTTM><END_DTTM>${end}</END_DTTM>
<Person><FORENAME>${child.forename}</FORENAME><SURNAME>Testfield</SURNAME><BIRTH_DTTM>${child.born}T00:00:00</BIRTH_DTTM></Person>${rows.join('')}</MissingPersonEpisode>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<LcsExport schemaVersion="1"><ExportedAt>${new Date(exportedAt).toISOString()}</ExportedAt>${told.join('')}</LcsExport>`;
}
