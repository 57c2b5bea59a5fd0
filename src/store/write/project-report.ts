import type { ChildPicture, EpisodePicture } from '../../domain/fold/picture.ts';
import type { ReportedPicture } from '../../domain/fold/reported-picture.ts';
import { reportFacts, withHash, type PictureRow } from './project-facts.ts';
import { momentOf } from './project-values.ts';

/** Each report of an episode that somebody made in the hub, as a row of its own: who reads it rests on who made it. */
export function projectReports(child: ChildPicture, episode: EpisodePicture): PictureRow[] {
  return episode.reports.map((report) =>
    withHash({
      id: report.id,
      episode: episode.id,
      record: report.record,
      part: report.part,
      happened_from_at: new Date(report.at?.from ?? 0).toISOString(),
      ...columnsOf(reportFields(report)),
      ...reportFacts(child, episode, report),
    }),
  );
}

/** What a report says, by the names readers know; what it does not say is null. */
export function reportFields({ id, matter, kind, report, located, returned, risk, revision }: ReportedPicture): Record<string, unknown> {
  return {
    id,
    matter,
    kind,
    missingSince: momentOf(report.missingSince),
    lastSeenAt: momentOf(report.lastSeenAt),
    ...texts(report, REPORTED),
    locatedAt: momentOf(located.at),
    ...texts({ locatedPlace: located.place, locatedHow: located.how }, ['locatedPlace', 'locatedHow']),
    returnedAt: momentOf(returned.at),
    ...texts({ ...returned, returnedTo: returned.to, returnMethod: returned.method }, ['returnedTo', 'returnMethod', 'receivedBy', 'condition', 'debrief']),
    riskAt: momentOf(risk.at),
    ...texts({ risk: risk.risk, riskWhy: risk.why }, ['risk', 'riskWhy']),
    revision,
  };
}

const REPORTED = ['missingFrom', 'lastSeenWith', 'lastSeenPlace', 'clothing', 'circumstances', 'riskFactors', 'actionsTaken', 'findingIdeas', 'informedPersons'] as const;

function texts<N extends string>(said: Readonly<Partial<Record<N, unknown>>>, names: readonly N[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, said[name] ?? null]));
}

/** The same by the names of columns. */
function columnsOf(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));
}
