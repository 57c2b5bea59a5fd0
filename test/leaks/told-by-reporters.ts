import type { ActionServices, Actor } from '../../src/actions/action-services.ts';
import { recordPlacement } from '../../src/actions/record-placement.ts';
import { recordProfile } from '../../src/actions/record-profile.ts';
import { reportLocated } from '../../src/actions/report-located.ts';
import { reportMissing } from '../../src/actions/report-missing.ts';
import { reportReturned } from '../../src/actions/report-returned.ts';
import { updateRisk } from '../../src/actions/update-risk.ts';

/** A word for each of what people report of a child; every text of it is of that word and has an ending of its own. */
export interface ToldByReporters {
  readonly homeReport: string;
  readonly authorityReport: string;
  /** In what condition the child came back. */
  readonly condition: string;
  readonly homeProfile: string;
  readonly workerProfile: string;
  /** Where the child was placed before, in no home the directory knows. */
  readonly placedBefore: string;
}

/** One child of whom it is reported. */
export interface Reporting {
  readonly actions: ActionServices;
  readonly now: number;
  readonly as: (persona: string) => Actor;
  /** The key of a deed: the same in every world. */
  readonly named: (word: string) => string;
  readonly child: string;
  /** The episode that is over. */
  readonly episode: string;
  readonly backAt: string;
  /** Since when the child is missing again; null: is not. */
  readonly missingSince: string | null;
  readonly told: ToldByReporters;
}

const each = <Name extends string>(word: string, ...names: readonly Name[]): Record<Name, string> =>
  // Every one of the names is given its text.
  Object.fromEntries(names.map((name) => [name, `${word}_${name}`])) as Record<Name, string>;
const OF_MISSING = ['missingFrom', 'lastSeenWith', 'lastSeenPlace', 'clothing', 'circumstances', 'riskFactors', 'actionsTaken', 'findingIdeas', 'informedPersons'] as const;
const OF_A_PROFILE = ['description', 'friends', 'places', 'medical', 'phone', 'socialMedia'] as const;

/** What the home and the authority each report of a child, keep ready of it, and where it was placed before. */
export async function tellOfReporters(reporting: Reporting): Promise<void> {
  const { actions, now, as, named, child, told } = reporting;
  await reported(reporting, { by: 'larkfield-manager', word: told.homeReport, returned: { condition: told.condition } });
  await reported(reporting, { by: 'northmere-senior', word: told.authorityReport, returned: {} });
  for (const [by, word] of [['larkfield-manager', told.homeProfile], ['northmere-social-worker', told.workerProfile]] as const) {
    await recordProfile(actions, as(by), { key: named(`profile by ${by}`), child, ...each(word, ...OF_A_PROFILE) }, now);
  }
  const texts = each(told.placedBefore, 'placementType', 'providerType', 'legalStatus', 'placementPostcode', 'homePostcode', 'reasonStarted', 'reasonEnded');
  await recordPlacement(actions, as('northmere-coordinator'), { key: named('placement'), child, from: '2024-01-01', until: '2024-06-01', ...texts }, now);
}

interface Reporter {
  readonly by: string;
  readonly word: string;
  readonly returned: { readonly condition?: string };
}

async function reported({ actions, now, as, named, child, episode, backAt, missingSince }: Reporting, { by, word, returned }: Reporter): Promise<void> {
  const said = (what: string) => ({ key: named(`${what} by ${by}`), episode });
  await reportLocated(actions, as(by), { ...said('located'), at: backAt, ...each(word, 'place', 'how') }, now);
  await reportReturned(actions, as(by), { ...said('returned'), at: backAt, ...each(word, 'to', 'method', 'receivedBy', 'debrief'), ...returned }, now);
  await updateRisk(actions, as(by), { ...said('risk'), risk: 'HIGH', at: backAt, ...each(word, 'word', 'why') }, now);
  if (missingSince !== null) {
    await reportMissing(actions, as(by), { key: named(`missing by ${by}`), child, missingSince, ...each(word, ...OF_MISSING) }, now);
  }
}
