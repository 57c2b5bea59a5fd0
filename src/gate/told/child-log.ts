import { HubError } from '../../domain/errors.ts';
import type { ReadingRole, Viewer } from '../../policy/viewer.ts';
import type { Database } from '../../store/database.ts';
import { looksLikeId } from '../looks-like-id.ts';
import { childOfLog, type ChildOfLog, type Emergency } from './child-of-log.ts';
import { eventsOfChild, sealsOf, type EventOfChild, type SealState } from './events-of-child.ts';
import { logOfChild, type LogEntryOfChild } from './log-of-child.ts';
import { tellChild } from './tell-child.ts';

/** Whose log somebody asks for, and for which time: epoch milliseconds, `[from, until)`. */
export interface ChildLogAsked {
  readonly viewer: Viewer;
  readonly child: string;
  readonly from: number | null;
  readonly until: number | null;
  readonly now: number;
}

/** Everything the logs hold about a child, for those who look after the logs: who and what and why, and no content. */
export interface ChildLog {
  readonly shown: readonly LogEntryOfChild[];
  readonly events: readonly EventOfChild[];
  readonly emergencies: readonly Emergency[];
  readonly seals: ReadonlyMap<string, SealState>;
}

/** The logs about one child, for an auditor or the data protection officer of an agency that answers for it. */
export async function aboutChild(database: Database, asked: ChildLogAsked): Promise<ChildLog> {
  const { child, entries } = await lookThrough(database, asked, { roles: ['AUDITOR', 'DATA_PROTECTION_OFFICER'], operation: 'audit about' });
  const events = await eventsOfChild(database, { ...child, agency: asked.viewer.agency });
  const within = events.filter(({ at }) => isWithin(asked, Date.parse(at)));
  const seals = await sealsOf(database, [...entries, ...within].map(({ id }) => id));
  return { shown: entries, events: within, emergencies: child.isOwn ? child.emergencies : [], seals };
}

/** The text of who was told about one child, for the subject-access officer of an agency that answers for it to review. */
export async function toldAboutChild(database: Database, asked: ChildLogAsked & { readonly nameOf: (agency: string) => string }): Promise<string> {
  const { child, entries } = await lookThrough(database, asked, { roles: ['SUBJECT_ACCESS_OFFICER'], operation: 'audit told' });
  const { nameOf, now, viewer } = asked;
  return tellChild({ child: asked.child, entries, emergencies: child.emergencies, agency: viewer.agency, nameOf, now });
}

interface Looking {
  readonly roles: readonly ReadingRole[];
  readonly operation: string;
}

/** Looks through the log, which the log then says; a child that is not there and one that is another's are the same answer. */
async function lookThrough(database: Database, asked: ChildLogAsked, { roles, operation }: Looking): Promise<{ child: ChildOfLog; entries: readonly LogEntryOfChild[] }> {
  const { viewer } = asked;
  if (!roles.includes(viewer.role)) {
    await logOfChild(database, { ...asked, records: [], operation, refused: true });
    throw new HubError('FORBIDDEN', `This is for the roles ${roles.join(' and ')}.`);
  }
  const child = looksLikeId(asked.child) ? await childOfLog(database, asked.child, viewer.agency) : NOBODY;
  const entries = await logOfChild(database, { ...asked, records: child.records, operation, refused: false });
  if (!child.isOwn && entries.length === 0) {
    throw notThere();
  }
  return { child, entries };
}

const NOBODY: ChildOfLog = { records: [], isOwn: false, emergencies: [] };
const notThere = (): HubError => new HubError('NOT_FOUND', 'There is no child of this id that your agency answers for.');
const isWithin = ({ from, until }: ChildLogAsked, at: number): boolean => (from === null || from <= at) && (until === null || at < until);
