import { abilityOf, readableAttributes } from '../../src/policy/ability.ts';
import type { Family } from '../../src/policy/attributes.ts';
import { RULES } from '../../src/policy/rules.ts';
import { rulesOn } from '../../src/policy/verdict.ts';
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
  step: 'TRIAGE',
  record: 'CE_SCREEN',
  addressed: ['SENIOR_WORKER:other', 'someone@other', 'own'],
  owner: 'other',
  doer: ['other'],
  ofConcern: 'NO',
  recipient: 'other',
  approved: 'NO',
  tellsNobody: 'NO',
  origin: 'INTERVIEW',
  handling: 'P',
  recipients: ['other'],
  originator: 'other',
  area: 'other',
  groups: ['other'],
  topic: 'OTHER',
  sanitised: 'NO',
  released: 'NO',
  fromAgency: 'other',
  toAgency: 'other',
  came: 'NO',
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
/** Somebody of the agency is shut out; the viewer is one of the others who look. */
export const KEEPS_BY_NAME: Facts = { ...RESTRICTED, keeps: ['another@own', 'someone@own'] };
/** The viewer is who is shut out, or looks for nobody: here or at another agency others do. */
export const OTHERS_KEEP: Facts = { ...RESTRICTED, keeps: ['another@own', 'someone@other', 'other'] };

/** The bits of the role's rules that a row with these facts meets. */
export function bitsFor(role: ReadingRole, family: Family, facts: Facts): number {
  const row = { ...NOTHING_TO_DO, ...facts };
  return rulesOn(RULES[role], family).reduce((bits, rule, place) => {
    const met = readableAttributes(abilityOf(aViewer(role), [rule]), family, row).size > 0;
    return met ? bits | (1 << place) : bits;
  }, 0);
}
