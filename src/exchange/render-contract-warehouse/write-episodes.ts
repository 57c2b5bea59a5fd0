import type { AbsenceKind } from '../../domain/observation/observation.ts';
import { offeredAndAccepted } from '../../domain/interview/offered-and-accepted.ts';
import { ofOneEpisode } from '../render-contract-case-forms.ts';
import type { CsvRow } from '../render-contract-csv.ts';
import { cannotSay, refuseBackwards } from '../render-contract-matter.ts';
import { statedTime } from '../render-contract-texts.ts';
import type { Loss, Outgoing, OutgoingEpisode, OutgoingInterview, OutgoingOffer } from '../render-contract.ts';
import { formLosses, formsOf, type QuestionNames, type WrittenForm } from './write-forms.ts';
import { PERSON_LOSSES, personRow, warehouseKey } from './write-person.ts';

/** What the receiving system calls things. */
export interface WarehouseWords {
  readonly names: QuestionNames;
  /** An authority's own words for its reason codes. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** One missing episode as the rows and forms that belong to it. */
export interface WrittenEpisode {
  readonly key: string;
  /** Of FACT_MISSING_PERSON and FACT_MISSING_STATUS, by their columns. */
  readonly own: CsvRow;
  readonly statuses: readonly CsvRow[];
  readonly person: CsvRow | null;
  readonly forms: readonly WrittenForm[];
}

const STATUS_WORDS: Readonly<Record<AbsenceKind, string>> = { MISSING: 'Missing', AWAY: 'Away from placement without authorisation' };
const FLAGS = { Y: 'YES', N: 'NO', NA: 'NA' } as const;

/** An offer stands on one episode; what it says of others is said by its interview. */
export function sayableHere(outgoing: Outgoing): Outgoing {
  return { ...outgoing, offers: outgoing.offers.map(ofOneEpisode) };
}

/** Every episode whole, with the offer and the interview that stand on it: what is not given with it is taken back. */
export function warehouseEpisodes(outgoing: Outgoing, words: WarehouseWords): WrittenEpisode[] {
  const { episodes, offers, interview, withdrawn } = outgoing;
  const known = episodes.map(({ key }) => key);
  const placed = [...offers.map(({ episodeKeys }) => episodeKeys), ...(interview === null ? [] : [interview.episodeKeys])];
  if (episodes.length === 0 || placed.some(([first]) => first === undefined || !known.includes(first))) {
    throw cannotSay('Offers and interviews stand on their episode here, and it is not given with them.');
  }
  if (withdrawn.some(({ kind }) => kind !== 'interview' && kind !== 'offer')) {
    throw cannotSay('Only offers and interviews are taken back by an export; all else by hand.');
  }
  return episodes.map((episode, index) => {
    const [offer, second] = offers.filter(({ episodeKeys }) => episodeKeys[0] === episode.key);
    if (second !== undefined) {
      throw cannotSay('An episode has one offer.');
    }
    const own = interview?.episodeKeys[0] === episode.key ? interview : null;
    const taken = index > 0 ? [] : withdrawn.filter(({ kind }) => kind === 'interview').map(({ key }): WrittenForm => ({ key: warehouseKey(key), answers: [] }));
    return writtenEpisode(episode, { outgoing, offer, interview: own, taken, words });
  });
}

interface Around {
  readonly outgoing: Outgoing;
  readonly offer: OutgoingOffer | undefined;
  readonly interview: OutgoingInterview | null;
  readonly taken: readonly WrittenForm[];
  readonly words: WarehouseWords;
}

function writtenEpisode(episode: OutgoingEpisode, around: Around): WrittenEpisode {
  const { outgoing, offer, interview, taken, words } = around;
  refuseBackwards(episode);
  const key = warehouseKey(episode.key);
  const forms = [...taken, ...formsOf(offer, interview, words.names)];
  return { key, own: ownRow(episode, around), statuses: statusRows(episode), person: personRow(outgoing.child), forms };
}

function ownRow(episode: OutgoingEpisode, { outgoing: { child, unableCountsAs }, offer, interview, words }: Around): CsvRow {
  const { report = {}, returned } = episode;
  const [offered, accepted] = flagsOf(offer, interview === null ? unableCountsAs : undefined);
  return {
    FACT_MISSING_PERSON_ID: warehouseKey(episode.key),
    DIM_PERSON_ID: warehouseKey(child.key),
    START_DTTM: statedTime(report.missingSince),
    END_DTTM: statedTime(returned?.at),
    MISSING_STATUS: statusNow(episode),
    RETURN_INTERVIEW_OFFERED: offered,
    RETURN_INTERVIEW_ACCEPTED: accepted,
    LOCATION_MISSING_FROM: report.missingFrom,
    START_REASON: codeOf(report.circumstances, words),
    END_REASON: codeOf(returned?.method, words),
  };
}

/** As the statutory returns count it, of a child who was not reached, and not interviewed after all, by the authority's own rule, for whoever reads the flags alone; of an end they leave open only that it was offered. */
function flagsOf(offer: OutgoingOffer | undefined, unable: Outgoing['unableCountsAs']): readonly (string | null)[] {
  if (offer === undefined) {
    return [null, null];
  }
  const said = offeredAndAccepted({ outcome: offer.outcome ?? null, contactRecorded: null }, unable);
  return said === null ? ['YES', null] : [FLAGS[said.offered], said.accepted && FLAGS[said.accepted]];
}

function statusNow({ statuses, located, returned }: OutgoingEpisode): string {
  if (returned !== undefined) {
    return 'Returned';
  }
  return located === undefined ? STATUS_WORDS[(statuses.at(-1) ?? statuses[0]).status] : 'Found';
}

function statusRows({ key, statuses, located }: OutgoingEpisode): CsvRow[] {
  const changes = [...statuses.map(({ status, at }) => ({ word: STATUS_WORDS[status], at })), ...(located === undefined ? [] : [{ word: 'Found', at: located.at }])];
  return changes.map(({ word, at }) => ({ FACT_MISSING_PERSON_ID: key, MISSING_STATUS: word, START_DTTM: statedTime(at) }));
}

/** The code that stands for these words at the receiver's, else the words themselves. */
function codeOf(said: string | null | undefined, { reasons }: WarehouseWords): string | null {
  const [code] = Object.entries(reasons).find(([, words]) => words === said) ?? [];
  return code ?? said ?? null;
}

const REPORT = [
  'reportedAt',
  'reportedBy',
  'lastSeenAt',
  'lastSeenWith',
  'lastSeenPlace',
  'actionsTaken',
  'riskFactors',
  'informedPersons',
  'incidentRef',
  'initialRisk',
  'initialRiskWord',
  'previousMissingCount',
  'protectiveMarking',
  'togetherKey',
  'clothing',
  'findingIdeas',
].map((field) => `report.${field}`);
const ENDS = ['located.place', 'located.how', 'returned.to', 'returned.receivedBy', 'returned.condition', 'returned.debrief'];

/** What an export of this kind does not carry, and why. */
export function warehouseLosses(names: QuestionNames): readonly Loss[] {
  const stands = 'an offer stands on its episode, under its key';
  return [
    { field: 'act', because: 'every export restates its records', as: () => 'correct' },
    ...PERSON_LOSSES,
    ...[...REPORT, 'risk', ...ENDS].map((field) => ({ field: `episode.${field}`, because: 'the table of episodes has no column for it' })),
    { field: 'offer.key', because: stands, as: firstEpisode },
    { field: 'interview.offerKey', because: stands, as: firstEpisode },
    ...formLosses(names),
  ];
}

function firstEpisode(_key: unknown, { episodeKeys }: Readonly<Record<string, unknown>>): unknown {
  return Array.isArray(episodeKeys) ? (episodeKeys[0] as unknown) : null;
}
