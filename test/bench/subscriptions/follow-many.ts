import { policeMessage } from '../../../src/cli/demonstration/police-message.ts';
import { bySocket, byStream, type Followed } from '../../leaks/a-follower.ts';

/** A hub with the invented directory, as those who follow and those who send meet it. */
export interface FollowedHub {
  readonly url: string;
  token(persona: string): string;
  /** Sends a message of the force's; over when it was taken in. */
  tell(message: string): Promise<void>;
}
export interface Many {
  readonly followers: number;
  readonly events: number;
}
/** What came of it. */
export interface ManyReport extends Many {
  /** Payloads that came, the first ones included. */
  readonly deliveries: number;
  /** Payloads that are not what the same reader is answered at that moment; that came though nothing changed for them; that never came. */
  readonly wrong: number;
  readonly uncalled: number;
  readonly missing: number;
  /** From sending the message to being told, in milliseconds, in order. */
  readonly delays: readonly number[];
}

/** Each reads the same episodes at a level of their own; the last two have nothing to do with any of the children. */
const READERS = ['northmere-coordinator', 'northmere-senior', 'northmere-manager', 'mereshire-missing-team', 'larkfield-manager', 'southvale-coordinator', 'westhaven-coordinator', 'brookside-manager'] as const;
const STRANGERS: readonly string[] = READERS.slice(-2);
const CHILDREN = 5;
const FIELDS = 'id status risk circumstances lastSeenPlace child { id givenName ethnicity homeAddress familyAddress nhsNumber } disclosure { withheld { field reason } }';
const FOLLOW = `subscription Many($id: ID!) { episodeChanged(episode: $id) { ${FIELDS} } }`;
const ASK = `query Many($id: ID!) { episode(id: $id) { ${FIELDS} } }`;
const BEGAN = Date.parse('2025-11-19T20:00:00Z');
const MINUTE = 60_000;

/** What a message says again and again, one thing of it otherwise each time: the risk, or words that some readers do not see. */
function message(child: number, nth: number): string {
  const section = (every: number): string => String(Math.floor(nth / (CHILDREN * 4)) * 4 + every);
  const kind = Math.floor(nth / CHILDREN) % 4;
  const at = (of: number): string => section(kind >= of ? of : of - 4);
  return policeMessage({
    messageId: `MANY-${String(child)}-${String(nth)}`,
    type: 'MISSING',
    force: '99',
    sentAt: BEGAN + nth * 20_000,
    misper: `99/25/${String(child)}`,
    sections: {
      Report: { CurrentRiskLevel: Number(at(0)) % 8 < 4 ? 'Medium' : 'High', MissingSince: new Date(BEGAN - child * 60 * MINUTE).toISOString(), Circumstances: `Invented circumstances ${at(1)}.` },
      Person: { PersonId: `MANY-${String(child)}`, GivenName: `Invented${'abcde'.charAt(child)}`, Surname: `Manyfield${'vwxyz'.charAt(child)}`, DateOfBirth: `2011-0${String(child + 1)}-06`, Gender: 'Female', HomeAddress: `${at(2)} Imaginary Row` },
      Care: { PlacingAuthority: 'E99000001', HostAuthority: 'E99000002', PlacementURN: 'SC900001' },
      LastSeen: { Place: `Invented stop ${at(3)}` },
    },
  });
}

type Answer = Readonly<Record<string, unknown>> | null;
interface One {
  readonly reader: string;
  readonly child: number;
  readonly stream: Followed;
}

/** Many readers of several levels follow episodes that change again and again; each payload is held to what its reader is answered then. */
export async function followMany(hub: FollowedHub, { followers, events }: Many): Promise<ManyReport> {
  for (let child = 0; child < CHILDREN; child += 1) {
    await hub.tell(message(child, child));
  }
  const ids = await episodes(hub);
  const streams = Array.from({ length: followers }, (_, nth): One => {
    const [reader, child] = [READERS[nth % READERS.length] ?? '', Math.floor(nth / READERS.length) % CHILDREN];
    return { reader, child, stream: (nth % 2 === 0 ? bySocket : byStream)({ url: hub.url, token: hub.token(reader), query: FOLLOW, variables: { id: ids[child] ?? '' } }) };
  });
  try {
    await Promise.all(streams.map(({ stream }) => stream.until(1)));
    const counted = await tellAll(hub, { streams, ids, events });
    return { followers, events, deliveries: streams.reduce((sum, { stream }) => sum + stream.told.length, 0), ...counted };
  } finally {
    await Promise.all(streams.map(({ stream }) => stream.stop()));
  }
}

interface Telling {
  readonly streams: readonly One[];
  readonly ids: readonly string[];
  readonly events: number;
}

async function tellAll(hub: FollowedHub, { streams, ids, events }: Telling): Promise<Pick<ManyReport, 'wrong' | 'uncalled' | 'missing' | 'delays'>> {
  const answers = new Answers(hub, ids);
  const held = new Held(streams);
  for (let child = 0; child < CHILDREN; child += 1) {
    await answers.changedOf(child);
  }
  for (let nth = CHILDREN; nth < CHILDREN + events; nth += 1) {
    const child = nth % CHILDREN;
    const arriving = held.awaiting(child);
    const began = performance.now();
    await hub.tell(message(child, nth));
    const changed = await answers.changedOf(child);
    for (const { one, arrived } of arriving.filter(({ one: { reader } }) => changed.has(reader))) {
      const told = await Promise.race([arrived, new Promise<null>((late) => setTimeout(late, PATIENCE, null).unref())]);
      held.count(one, { delay: told === null ? null : told - began, answer: answers.of(one) });
    }
  }
  return held.report();
}

/** How long may pass until somebody who should be told is. */
const PATIENCE = 20_000;

/** What each reader is answered of each episode, when last asked. */
class Answers {
  readonly #hub: FollowedHub;
  readonly #ids: readonly string[];
  readonly #known = new Map<string, string>();

  constructor(hub: FollowedHub, ids: readonly string[]) {
    this.#hub = hub;
    this.#ids = ids;
  }

  of({ reader, child }: Pick<One, 'reader' | 'child'>): string {
    return this.#known.get(`${reader} ${String(child)}`) ?? '';
  }

  /** Asks again, and gives those who are answered otherwise than before. */
  async changedOf(child: number): Promise<ReadonlySet<string>> {
    const changed = new Set<string>();
    for (const reader of READERS) {
      const answer = JSON.stringify(await asked(this.#hub, reader, this.#ids[child] ?? ''));
      if (answer !== this.of({ reader, child })) {
        changed.add(reader);
      }
      this.#known.set(`${reader} ${String(child)}`, answer);
    }
    return changed;
  }
}

/** What came to each who follows, beside what should have. */
class Held {
  readonly #due: Map<One, number>;
  readonly #delays: number[] = [];
  #wrong = 0;
  #missing = 0;

  constructor(streams: readonly One[]) {
    this.#due = new Map(streams.map((one) => [one, STRANGERS.includes(one.reader) ? 0 : 1]));
  }

  /** Those who follow the child, each with when their next payload comes. */
  awaiting(child: number): { readonly one: One; readonly arrived: Promise<number> }[] {
    const here = [...this.#due].filter(([one]) => one.child === child);
    return here.map(([one, due]) => ({ one, arrived: one.stream.until(due + 1).then(() => performance.now()) }));
  }

  count(one: One, { delay, answer }: { readonly delay: number | null; readonly answer: string }): void {
    const due = this.#due.get(one) ?? 0;
    this.#due.set(one, due + 1);
    this.#missing += delay === null ? 1 : 0;
    this.#wrong += JSON.stringify(one.stream.told[due]?.['episodeChanged']) === answer ? 0 : 1;
    this.#delays.push(...(delay === null ? [] : [delay]));
  }

  report(): Pick<ManyReport, 'wrong' | 'uncalled' | 'missing' | 'delays'> {
    const uncalled = [...this.#due].reduce((sum, [one, due]) => sum + Math.max(0, one.stream.told.length - due), 0);
    return { wrong: this.#wrong, missing: this.#missing, uncalled, delays: this.#delays.toSorted((one, other) => one - other) };
  }
}

async function asks<T>(hub: FollowedHub, reader: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${hub.token(reader)}` };
  const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  // The shape is that of what was asked; an error has no data and fails where it is used.
  return ((await response.json()) as { data: T }).data;
}

async function asked(hub: FollowedHub, reader: string, id: string): Promise<Answer> {
  return (await asks<{ episode: Answer }>(hub, reader, { query: ASK, variables: { id } })).episode;
}

/** The episodes, by the children's numbers. */
async function episodes(hub: FollowedHub): Promise<string[]> {
  const { episodes: { nodes } } = await asks<{ episodes: { nodes: { id: string; child: { givenName: string } }[] } }>(hub, READERS[0], { query: '{ episodes(first: 50, filter: { open: true }) { nodes { id child { givenName } } } }' });
  return Array.from({ length: CHILDREN }, (_, child) => nodes.find(({ child: { givenName } }) => givenName === `Invented${'abcde'.charAt(child)}`)?.id ?? '');
}
