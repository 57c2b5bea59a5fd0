import type { FiledPayload, LocatedPayload, ObservationKind, ReportPayload, ReturnedPayload, RiskPayload } from '../observation/observation.ts';
import { groupBy } from './group-by.ts';
import type { KeptRecord } from './kept-record.ts';
import type { FoldContext } from './fold-context.ts';
import type { ReportedPicture } from './reported-picture.ts';
import { compareText } from './standing.ts';
import { saidOfKind, statedFields, valueOf } from './stated-fields.ts';

/** What was reported of an episode in the hub, each report with who made it, the earliest first. */
export function foldReports(records: readonly KeptRecord[], context: Pick<FoldContext, 'recordId'>): ReportedPicture[] {
  return records
    .flatMap((record) => [...groupBy(record.said, ({ part }) => part)].flatMap(([part, said]) => reportOf({ ...record, said }, part, context)))
    .sort((first, second) => (first.at?.from ?? 0) - (second.at?.from ?? 0) || compareText(first.id, second.id));
}

/** The hub's id of what stands in one part of an agency's own record. */
export function reportId({ agency, system }: KeptRecord['ref'], part: string, { recordId }: Pick<FoldContext, 'recordId'>): string {
  // No kind of a record's, so that no record can have such an id; parts are named by keys that an agency uses once.
  return recordId({ agency, system, kind: 'report', key: part });
}

function reportOf(record: KeptRecord, part: string, context: Pick<FoldContext, 'recordId'>): ReportedPicture[] {
  const filed = saidOfKind(record.said, 'filed').at(-1);
  if (filed === undefined) {
    return [];
  }
  const { matter, originator, revision }: FiledPayload = filed.payload;
  const report: ReportPayload = spoken(record, 'report');
  const located: Partial<LocatedPayload> = spoken(record, 'located');
  const returned: Partial<ReturnedPayload> = spoken(record, 'returned');
  const risk: Partial<RiskPayload> = spoken(record, 'risk');
  return [
    {
      id: reportId(record.ref, part, context),
      record: record.id,
      part,
      matter,
      originator,
      revision,
      at: { MISSING: report.missingSince, LOCATED: located.at, RETURNED: returned.at, RISK: risk.at }[matter] ?? null,
      kind: saidOfKind(record.said, 'status').at(-1)?.payload.status ?? null,
      report,
      located,
      returned,
      risk,
    },
  ];
}

/** The values of one kind that stand in this part. */
function spoken(record: KeptRecord, kind: Extract<ObservationKind, 'report' | 'located' | 'returned' | 'risk'>): Record<string, never> {
  const stated = statedFields<object>(record, saidOfKind(record.said, kind)) as Record<string, Parameters<typeof valueOf>[0]>;
  // The fields of a payload of that kind, each as it was said; the caller says which kind it asked for.
  return Object.fromEntries(Object.entries(stated).map(([field, value]) => [field, valueOf(value)])) as Record<string, never>;
}
