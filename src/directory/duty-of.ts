import { dutyChain, type Alarm, type DutyReached } from '../domain/authority/duty-chain.ts';
import type { Span } from '../domain/interval/compare-intervals.ts';
import type { Directory } from './directory.ts';
import { isOnShiftWithin } from './on-shift.ts';

/** Whom an agency has answer for an alert, one after the other, by this directory; nobody where it has no such agency. */
export function dutyOf({ agencies, people }: Pick<Directory, 'agencies' | 'people'>, alarm: Omit<Alarm, 'coreHours' | 'holds'>): readonly DutyReached[] {
  const agency = agencies.get(alarm.agency);
  if (agency === undefined) {
    return [];
  }
  const roles = [...people.values()].flatMap((person) => (person.suspended ? [] : person.roles)).filter((held) => held.agency === agency.id);
  const holds = (role: string, during: Span): boolean => roles.some((held) => held.role === role && isOnShiftWithin(held, during));
  return dutyChain(agency.duty, { ...alarm, coreHours: agency.practice.figures.coreHours?.value ?? null, holds });
}
