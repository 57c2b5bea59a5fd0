import type { Gate, OneRowRoot } from '../../gate/gate.ts';
import type { Row, WantedTree } from '../../gate/read-request.ts';
import type { Viewer } from '../../policy/viewer.ts';
import type { ToDeliver } from '../delivery.ts';
import { fieldsRead, typeOf } from './fields-read.ts';
import { assessmentsOf, assessmentTold } from './own-word.ts';
import { WANTED } from './wanted-outgoing.ts';

/** A record of a matter as the gate gave it to its recipient, the child beside it, and the names of all that was let read. */
export interface ReadMatter {
  readonly root: 'interview' | 'offer' | 'episode' | 'intelligence';
  /** As the transmission names it, which of an episode may be any record. */
  readonly asked: string;
  readonly row: Row;
  readonly child: Row;
  readonly fields: readonly string[];
}

/** One reading: what, for whom, in which transmission and when. */
export interface Reading {
  readonly gate: Pick<Gate, 'row'>;
  readonly viewer: Viewer;
  readonly one: Pick<ToDeliver, 'id' | 'matter' | 'child' | 'channel' | 'records' | 'from'>;
  readonly now: number;
}

/** Where the read of each matter starts; of the others nothing can be read that a format could say. */
const ROOTS: Readonly<Partial<Record<ToDeliver['matter'], ReadMatter['root']>>> = { INTERVIEW: 'interview', OFFER: 'offer', EPISODE: 'episode', RISK_ASSESSMENT_REQUEST: 'episode', INTELLIGENCE: 'intelligence' };

/** Whether a matter is read at all before it is sent. */
export function rootOf(matter: ToDeliver['matter']): ReadMatter['root'] | null {
  return ROOTS[matter] ?? null;
}

/**
 * Reads each record of a transmission through the gate, with the recipient as viewer and at this instant; what they may not see, or may
 * not see the child of, is not there. Every read leaves its disclosure, which names the recipient and the transmission.
 */
export async function readMatters(reading: Reading, root: ReadMatter['root']): Promise<readonly ReadMatter[]> {
  const found: ReadMatter[] = [];
  for (const id of reading.one.records) {
    const matter = await readMatter(reading, root, id);
    found.push(...(matter === null ? [] : [matter]));
  }
  return found;
}

async function readMatter(reading: Reading, root: ReadMatter['root'], id: string): Promise<ReadMatter | null> {
  const row = await read(reading, { name: root, id });
  // An offer leads to no child.
  const beside = root === 'offer' && row !== null ? await read(reading, { name: 'child', id: reading.one.child }) : null;
  const child = beside ?? (row?.['child'] as Row | null | undefined) ?? null; // A link to one row, as it was asked for.
  if (row === null || child === null) {
    return null;
  }
  return { root, asked: id, row, child, fields: namesRead({ root, row, beside }, reading.one) };
}

/** What was read of one matter, with the child where the row leads to none. */
export interface ReadBeside extends Pick<ReadMatter, 'root' | 'row'> {
  readonly beside: Row | null;
}

/** The names of what was read for a message and may go into it. */
export function namesRead({ root, row, beside }: ReadBeside, { from }: Pick<ToDeliver, 'from'>): readonly string[] {
  const own = root === 'episode' ? withAssessmentTold(row, from) : withOwnFacts(row);
  return [...new Set([...named(own, WANTED[root]), ...(beside === null ? [] : named(beside, WANTED.child))])].sort();
}

/** Of the child's risk assessments the one alone goes with an episode whose word it goes out with. */
function withAssessmentTold(row: Row, from: string): Row {
  const { child } = row as { readonly child?: Row | null }; // As it was asked for.
  const told = child ? assessmentTold(row, { from, assessed: assessmentsOf(child, from) }) : null;
  return child ? { ...row, child: { ...child, riskAssessments: told === null ? [] : [told] } } : row;
}

/** Of the locating facts of all the child's interviews those of this one alone go with it; one in full has its own. */
function withOwnFacts(row: Row): Row {
  const { child } = row as { readonly child?: { readonly locating?: readonly Row[] | null } | null }; // As it was asked for.
  const isOwn = (facts: Row): boolean => facts['id'] === row['id'] && row['__typename'] !== 'FullInterview';
  return child?.locating ? { ...row, child: { ...child, locating: child.locating.filter(isOwn) } } : row;
}

function read({ gate, viewer, one, now }: Reading, root: OneRowRoot & { readonly name: keyof typeof WANTED }): Promise<Row | null> {
  // In the log of disclosures: which transmission, and over which channel.
  const operation = { name: `transmission ${one.id} by ${one.channel}`, hash: `transmission ${one.matter}` };
  return gate.row(viewer, { root, wanted: WANTED[root.name], operation, now });
}

const named = (row: Row, wanted: WantedTree): readonly string[] => fieldsRead({ type: typeOf(row, wanted), row, wanted });
