import type { ReadingRole, Viewer } from '../../src/policy/viewer.ts';

/** A row that has nothing to do with the viewer, who is `someone` of the agency `own`. */
export const NOTHING_TO_DO = {
  responsible: ['other'],
  hosts: ['other'],
  forces: ['other'],
  providers: ['other'],
  partners: ['other'],
  intelligenceAgencies: ['other'],
  named: ['WORKER:another@own', 'WORKER:someone@other', 'someone@own', 'ADMITTED:another@own'],
  candidates: ['other'],
  missingNow: 'NO',
  recent: 'NO',
  restricted: 'NO',
  awaitsNaming: 'NO',
  keeps: ['other'],
  opens: [],
  heldBy: 'other',
  shared: ['REDACTED:other', 'FULL:other', 'REDACTED:another@own', 'own'],
  recipient: 'other',
  approved: 'NO',
  origin: 'INTERVIEW',
  handling: 'P',
  recipients: ['other'],
  originator: 'other',
  area: 'other',
  groups: ['other'],
  topic: 'OTHER',
  sanitised: 'NO',
  released: 'NO',
} as const;
export type Facts = Readonly<Partial<Record<keyof typeof NOTHING_TO_DO, string | readonly string[]>>>;

export const aViewer = (role: ReadingRole): Viewer => ({ person: 'someone', agency: 'own', role });
/** The viewer, by what they are to the child. */
export const me = (as: string): Facts => ({ named: [`${as}:someone@own`] });
export const RESPONSIBLE: Facts = { responsible: ['other', 'own'] };
export const HOST: Facts = { hosts: ['other', 'own'] };
export const FORCE: Facts = { forces: ['other', 'own'] };
export const PROVIDER: Facts = { providers: ['own'] };
export const PARTNER: Facts = { partners: ['own'] };
export const MISSING: Facts = { missingNow: 'YES', recent: 'YES' };
export const RECENT: Facts = { recent: 'YES' };
export const RESTRICTED: Facts = { restricted: 'YES' };
export const ADMITTED: Facts = { ...RESTRICTED, ...me('ADMITTED') };
export const AWAITING: Facts = { ...RESTRICTED, awaitsNaming: 'YES' };
/** The viewer's team keeps the narrow view of a restricted child, while they are missing. */
export const KEEPS: Facts = { ...RESTRICTED, keeps: ['own'] };
