import { z } from 'zod';
import { RISKS } from '../../domain/observation/observation.ts';
import type { Row } from '../../gate/read-request.ts';
import type { OutgoingEpisode } from '../render-contract.ts';
import { ASSESSED_RISKS, ownWord, type SaidRisk } from './own-word.ts';
import { moment, shaped, stated } from './row-shapes.ts';

const text = z.string().exactOptional();
const time = moment.exactOptional();
const kind = z.enum(['MISSING', 'AWAY']);
const risk = z.enum(RISKS);
const at = moment.nullable();
const episode = z.object({
  id: z.uuid(),
  kind,
  status: z.enum(['MISSING', 'AWAY', 'LOCATED', 'RETURNED']).exactOptional(),
  statusChanges: z.array(z.object({ status: kind, at })).exactOptional(),
  riskChanges: z.array(z.object({ risk: risk.nullable(), word: z.string().nullable(), at })).exactOptional(),
  assessedRisks: ASSESSED_RISKS.exactOptional(),
  policeReferences: z.array(z.string()).exactOptional(),
  report: z.object({
    ...{ missingSince: time, reportedAt: time, lastSeenAt: time },
    ...{ reportedBy: text, missingFrom: text, circumstances: text, lastSeenWith: text, lastSeenPlace: text, actionsTaken: text },
    ...{ riskFactors: text, informedPersons: text, clothing: text, findingIdeas: text, initialRiskWord: text },
    initialRisk: risk.exactOptional(),
    previousMissingCount: z.int().exactOptional(),
  }),
  located: z.object({ locatedAt: time, locatedPlace: text, locatedHow: text }),
  returned: z.object({ returnedAt: time, returnedTo: text, returnMethod: text, receivedBy: text, returnCondition: text, returnDebrief: text }),
});
type EpisodeRow = z.output<typeof episode>;

/** Under which key it goes out, and from whom; with the assessments of the child where the child is theirs, else null. */
interface EpisodeNamed {
  readonly key: string;
  readonly from: string;
  readonly assessed: readonly Row[] | null;
}

/** An episode as far as the recipient may know it; null where they may not even know what kind of absence it is. */
export function outgoingEpisode(row: Row, named: EpisodeNamed): OutgoingEpisode | null {
  const said = stated(row);
  if (said['kind'] === undefined) {
    return null;
  }
  const read = shaped(episode, { ...said, report: said, located: said, returned: said });
  const [first = { status: read.kind, at: read.report.missingSince ?? null }, ...later] = read.statusChanges ?? [];
  return {
    key: named.key,
    statuses: [first, ...later],
    ...reportOf(read),
    ...riskOf(read, named),
    ...locatedOf(read),
    ...returnedOf(read),
  };
}

function reportOf({ report, policeReferences = [] }: EpisodeRow): Pick<OutgoingEpisode, 'report'> {
  const [incidentRef] = policeReferences;
  const said = { ...report, ...(incidentRef === undefined ? {} : { incidentRef }) };
  return Object.keys(said).length === 0 ? {} : { report: said };
}

/** Whose child it is tells its own word on the risk, as it is asked for (BHM); anybody else, and an authority that said nothing, passes on what was stated last. */
function riskOf({ riskChanges = [], assessedRisks = [] }: EpisodeRow, named: EpisodeNamed): Pick<OutgoingEpisode, 'risk'> {
  const own = assessedRisks.filter(({ agency }) => agency === named.from);
  const word = named.assessed === null ? undefined : ownWord(own, named)?.said;
  const last = riskChanges.at(-1);
  const isOwn = own.some((said) => said.word === last?.word && said.at?.from === last.at?.from);
  return word === undefined ? toldAs(last, isOwn ? {} : { passedOn: true }) : toldAs(word, {});
}

/** A risk without its time could be taken for a newer one. */
function toldAs(said: SaidRisk | undefined, whose: { readonly passedOn?: true }): Pick<OutgoingEpisode, 'risk'> {
  const at = said?.at ?? null;
  return said === undefined || at === null || said.word === null ? {} : { risk: { risk: said.risk, word: said.word, at, ...whose } };
}

function locatedOf({ status, located: { locatedAt, locatedPlace, locatedHow } }: EpisodeRow): Pick<OutgoingEpisode, 'located'> {
  const said = { ...(locatedPlace === undefined ? {} : { place: locatedPlace }), ...(locatedHow === undefined ? {} : { how: locatedHow }) };
  return status !== 'LOCATED' && locatedAt === undefined && Object.keys(said).length === 0 ? {} : { located: { at: locatedAt ?? null, ...said } };
}

function returnedOf({ status, returned }: EpisodeRow): Pick<OutgoingEpisode, 'returned'> {
  const { returnedAt, returnedTo: to, returnMethod: method, receivedBy, returnCondition: condition, returnDebrief: debrief } = returned;
  const said = Object.fromEntries(Object.entries({ to, method, receivedBy, condition, debrief }).filter(([, value]) => value !== undefined));
  return status !== 'RETURNED' && Object.keys(returned).length === 0 ? {} : { returned: { at: returnedAt ?? null, ...said } };
}
