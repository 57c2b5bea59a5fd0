import type { Directory } from '../directory/directory.ts';
import { LATE_NOTICE, type LateDuty } from '../domain/workflow/late-duties.ts';
import type { Gate } from '../gate/gate.ts';
import type { Log } from '../logging/log.ts';
import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import type { Viewer } from '../policy/viewer.ts';
import { asWriter, type Database } from '../store/database.ts';
import { raiseAlert } from '../store/write/alert-store.ts';
import { dutiesOf, markLate, openDuties, openLates, type OpenLate } from '../store/write/late-clock-store.ts';
import { lateChain } from './late-chain.ts';
import { lateReaders, readersLike } from './late-readers.ts';
import { agencyBefore, goOnLate, isLateBeforeOthers, type TellingLate } from './move-late.ts';
import { readLate, type AskedOf, type LateRead } from './read-late.ts';

/** What looking for what is late needs of the rest of the hub. */
export interface LateServices {
  readonly database: Database;
  readonly gate: Gate;
  readonly directory: () => Directory;
  /** Meets the directory in force, which another process may have loaded. */
  readonly refreshDirectory: () => Promise<unknown>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly log: Pick<Log, 'debug' | 'error'>;
}

/** So many episodes are read at once. */
const PAGE = 100;
/** Our figure, as of a child who is missing: what was late for longer when the hub first saw it is history, and stands on the work tray. */
const NEWS_FOR_HOURS = 7 * 24;

/**
 * Alerts the duty of the authority that owes it, which of an interview can be the host, of each clock of an episode that has run out, once each time it does: those alone who read it as late
 * themselves, by the gate. An alert whose clock was stopped since says so and ends; one of a child who is restricted since comes before
 * those who are let in, and where another authority answers for the child before that one. Answers how many episodes were read: those that may owe something, and no others.
 */
export async function alertLate(services: LateServices): Promise<number> {
  const { database, clock, log } = services;
  await services.refreshDirectory();
  const now = clock();
  const { ids, open } = await asWriter(database, async (em) => ({ ids: await openDuties(em, now), open: await openLates(em) }));
  const all = [...new Set([...ids, ...open.map(({ episode }) => episode)])];
  for (let from = 0; from < all.length; from += PAGE) {
    await lookAt(services, { page: all.slice(from, from + PAGE), open, now });
  }
  log.debug('late-looked-at', { count: all.length });
  return all.length;
}

interface Page {
  readonly page: readonly string[];
  readonly open: readonly OpenLate[];
  readonly now: number;
}

/** One page: what its first readers read; of what is new to anybody, everybody who is to hear of it. */
async function lookAt(services: LateServices, { page, open, now }: Page): Promise<void> {
  const duties = await asWriter(services.database, (em) => dutiesOf(em, page, now));
  const asked = duties.flatMap((duty) => whoMayOwe(duty.facts).map((agency): AskedOf => ({ duty, agency, readers: lateReaders(services.directory(), agency, { facts: duty.facts, now }) })));
  const first = await readLate(services, asked, { pick: firstOf, now });
  const waiting = open.filter(({ episode }) => page.includes(episode));
  const news = asked.filter((one) => isNew(one, first) || waiting.some((alert) => alert.episode === one.duty.id && isLateBeforeOthers(alert, asked.filter(({ duty }) => duty === one.duty))));
  const read = await readLate(services, news, { pick: ({ readers }) => readers, now });
  await asWriter(services.database, (em) => tell({ em, directory: services.directory(), now }, { asked, news, first, read, waiting }), { serial: true });
}

/** The authorities that answer for the child, and beside those that placed the child the host, whose service may have the interview (Somerset 7.1). */
function whoMayOwe(facts: ChildFacts): readonly string[] {
  return [...new Set([...answering(facts), ...(facts.responsible.length > 0 ? facts.hosts : [])])];
}

/** Those in one post read alike, but where the child or something of the episode is closed to all who are not let in: then each by themselves. */
function firstOf(one: AskedOf): readonly Viewer[] {
  const { duty, readers } = one;
  const first = readers.slice(0, 1);
  return duty.facts.restricted === 'YES' ? readers : duty.closedInPart ? readersLike(first, one) : first;
}

function isNew(one: AskedOf, read: LateRead): boolean {
  return newsOf(one, read).length > 0;
}

function newsOf({ duty, agency, readers }: AskedOf, read: LateRead): LateDuty[] {
  const late = readers.flatMap((reader) => read(reader, duty.id) ?? []);
  return late.filter(({ mark, hours }, nth) => hours <= NEWS_FOR_HOURS && ![mark, `${mark} ${agency}`].some((one) => duty.alerted.includes(one)) && late.findIndex((other) => other.mark === mark) === nth);
}

interface Found {
  readonly asked: readonly AskedOf[];
  readonly news: readonly AskedOf[];
  readonly first: LateRead;
  readonly read: LateRead;
  readonly waiting: readonly OpenLate[];
}

async function tell(telling: TellingLate, { asked, news, first, read, waiting }: Found): Promise<void> {
  for (const alert of waiting) {
    const others = waiting.filter((other) => other !== alert && other.clock === alert.clock && other.episode === alert.episode).map(agencyBefore);
    await goOnLate(telling, alert, { asked: asked.filter(({ duty }) => duty.id === alert.episode), others, first, read });
  }
  for (const one of news) {
    for (const late of newsOf(one, read)) {
      await raiseLate(telling, one, { late, read });
    }
  }
}

/** Nobody who reads it as late could answer now: it is not marked, and looked at again. */
async function raiseLate(telling: TellingLate, one: AskedOf, { late: { clock, mark, text }, read }: { readonly late: LateDuty; readonly read: LateRead }): Promise<void> {
  const { em, now } = telling;
  const { duty, agency } = one;
  const chain = lateChain(telling, one, { clock, read });
  if (chain !== null && (await markLate(em, { records: duty.records, mark, agency, at: now }))) {
    await raiseAlert(em, { kind: LATE_NOTICE, child: duty.child, about: duty.id, clock, text, chain, raisedAt: now });
  }
}
