import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { packFiles } from '../../src/ingest/pack-files.ts';
import { aRunningHub, type RunningHub, type Sending } from './a-running-hub.ts';
import { anAuthority, type AnAuthority } from './an-authority.ts';

/** What doing something came to. */
export interface Done {
  readonly id: string;
  readonly revision: number;
  readonly warnings: readonly string[];
}

/** How an episode stands to somebody: each clock and the next step in one line, their times London's. */
export interface Stands {
  readonly status: string | null;
  readonly clocks: readonly string[] | null;
  readonly next: string | null;
}

/** Episodes of one authority on their way from missing to finalised, over HTTP, on a clock that the test moves. */
export interface ReturnJourney {
  readonly hub: RunningHub;
  /** It is this time in London from now on: `2025-11-14 21:30`. */
  at(london: string): void;
  /** The authority's own system sends a file now, and nothing of it is refused. */
  tells(file: Pick<Sending, 'adapter' | 'bytes'> & { readonly extracted?: string }): Promise<void>;
  /** Does one thing by its mutation, under a key of its own. */
  does(who: string, mutation: string, input: object): Promise<Done>;
  /** The ids of a child and of its episode that began at this time, as the coordinator sees them. */
  find(missingSince: string): Promise<{ readonly child: string; readonly episode: string }>;
  stands(episode: string, who?: string): Promise<Stands>;
  /** The lines of these clocks alone, in the order they are asked for. */
  clocks(episode: string, ...ids: readonly string[]): Promise<readonly string[]>;
  /** What the practice asks for before the next step, each with its rule, and how many tries are lacking. */
  lacks(episode: string): Promise<{ readonly triesLacking: number | null; readonly lacks: readonly string[] }>;
  /** How timely the authority was in this month (`2025-11`), as its coordinator reads it: what is not nought, and of what its guidance is silent. */
  timely(month: string): Promise<Readonly<Record<string, number | 'SILENT'>>>;
}

export async function aReturnJourney(authority: AnAuthority): Promise<ReturnJourney> {
  const hub = await aRunningHub({ directory: anAuthority(authority) });
  const settled = new Set<unknown>();
  /** Whoever offers first asked how the child is reached safely. */
  const saysHowSafe = async (who: string, { child, episodes, at }: { readonly child?: unknown; readonly episodes?: readonly string[]; readonly at?: unknown }): Promise<void> => {
    const [episode] = episodes ?? [];
    if (episode !== undefined && !settled.has(child)) {
      settled.add(child);
      await journey.does(who, 'recordCaseRecord', { episode, record: 'SAFE_CONTACT', at, contact: { interpreter: 'NO' } });
    }
  };
  const journey: ReturnJourney = {
    hub,
    at(london) {
      hub.now = londonTime(london).toMillis();
    },
    async tells({ adapter, bytes, extracted }) {
      const [status] = await hub.deliver({ adapter, bytes, as: `${adapter}-client`, ...(extracted !== undefined && { extracted }) });
      expect(status).toMatchObject({ state: 'TAKEN', refused: 0 });
    },
    async does(who, mutation, input) {
      await (mutation === 'recordOffer' ? saysHowSafe(who, input) : undefined);
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const query = `mutation Act($input: ${type}!) { ${mutation}(input: $input) { id revision warnings } }`;
      const data = await hub.ask<Record<string, Done>>(query, { as: who }, { input: { key: randomUUID(), ...input } });
      return data[mutation] ?? { id: '', revision: 0, warnings: [] };
    },
    async find(missingSince) {
      const { episodes } = await hub.ask<{ episodes: { nodes: readonly Found[] } }>(FIND, { as: 'coordinator' });
      const node = episodes.nodes.find((one) => one.missingSince !== null && londonWords(one.missingSince.from) === missingSince);
      return { episode: node?.id ?? '', child: node?.child.id ?? '' };
    },
    async stands(episode, who = 'coordinator') {
      const { episode: read } = await hub.ask<{ episode: Read }>(STANDS, { as: who }, { episode });
      return { status: read.status, clocks: read.clocks?.map(clockLine) ?? null, next: read.nextStep === null ? null : stepLine(read.nextStep) };
    },
    async clocks(episode, ...ids) {
      const { clocks } = await journey.stands(episode);
      return ids.flatMap((id) => clocks?.filter((line) => line.startsWith(`${id} `)) ?? []);
    },
    async lacks(episode) {
      const query = 'query Lacks($episode: ID!) { episode(id: $episode) { nextStep { triesLacking lacks } } }';
      return (await hub.ask<{ episode: { nextStep: Awaited<ReturnType<ReturnJourney['lacks']>> } }>(query, { as: 'coordinator' }, { episode })).episode.nextStep;
    },
    async timely(month) {
      const query = 'query Timely($month: String!) { timeliness(authority: "fenmoor", from: $month, until: $month) { overall { figures { name state returns } } } }';
      const { timeliness } = await hub.ask<{ timeliness: { overall: { figures: readonly FigureRead[] } } }>(query, { as: 'coordinator' }, { month });
      const told = timeliness.overall.figures.map(({ name, state, returns }) => [name, state === 'SILENT' ? state : (returns ?? 0)] as const);
      return Object.fromEntries(told.filter(([, figure]) => figure !== 0));
    },
  };
  return journey;
}

interface Found {
  readonly id: string;
  readonly missingSince: { readonly from: string } | null;
  readonly child: { readonly id: string };
}
interface FigureRead {
  readonly name: string;
  readonly state: string;
  readonly returns: number | null;
}
interface ClockRead {
  readonly id: string;
  readonly state: string;
  readonly at: string | null;
  readonly atTheLatest: string | null;
  readonly lateByHours: number | null;
  readonly why: string | null;
}
interface StepRead {
  readonly code: string;
  readonly due: string | null;
  readonly holder: { readonly role: string | null; readonly people: readonly string[] };
}
interface Read {
  readonly status: string | null;
  readonly clocks: readonly ClockRead[] | null;
  readonly nextStep: StepRead | null;
}
const FIND = '{ episodes(first: 20) { nodes { id missingSince { from } child { id } } } }';
const STANDS = `query Stands($episode: ID!) { episode(id: $episode) { status
  clocks { id state at atTheLatest lateByHours why } nextStep { code due holder { role people } } } }`;

const LONDON = { zone: 'Europe/London' };
const londonTime = (london: string): DateTime => DateTime.fromSQL(london, LONDON);
const londonWords = (iso: string): string => DateTime.fromISO(iso, LONDON).toFormat('yyyy-MM-dd HH:mm');

/** `OFFER DUE 2025-11-18 09:15`, `OFFER LATE by 4.8 h`, `OFFER CANNOT_TELL: why`. */
function clockLine({ id, state, at, atTheLatest, lateByHours, why }: ClockRead): string {
  const times = [at, atTheLatest].flatMap((time) => (time === null ? [] : [londonWords(time)]));
  const told = lateByHours === null ? [...new Set(times)].join(' to ') : `by ${String(Math.round(lateByHours * 10) / 10)} h`;
  return `${id} ${state}${told === '' ? '' : ` ${told}`}${why === null ? '' : `: ${why}`}`;
}

/** `OFFER, worker@fenmoor, by 2025-11-18 09:15`. */
function stepLine({ code, due, holder: { role, people } }: StepRead): string {
  const who = people.length > 0 ? people.join() : (role ?? 'nobody');
  return `${code}, ${who}${due === null ? '' : `, by ${londonWords(due)}`}`;
}

/** Files of one set in one archive, as a reporting warehouse sends them; each row as the file has it. */
export async function aSet(tables: Readonly<Record<string, readonly string[]>>): Promise<Uint8Array<ArrayBuffer>> {
  const files = Object.entries(tables).map(([name, rows]) => ({ name, bytes: Buffer.from(`${rows.join('\n')}\n`) }));
  return new Uint8Array(await packFiles(files));
}

/** What is not counted of an authority whose guidance has no clock for the offer, or none for the interview. */
export const NO_OFFER_CLOCK = { offeredInTime: 'SILENT', offeredNotInTime: 'SILENT', offeredLate: 'SILENT', offeredCannotTell: 'SILENT' } as const;
export const NO_INTERVIEW_CLOCK = { ownInTime: 'SILENT', ownNotInTime: 'SILENT', ownLate: 'SILENT', ownCannotTell: 'SILENT' } as const;
