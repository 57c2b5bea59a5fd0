import { personOf } from '../domain/sharing/audience.ts';
import type { Directory } from '../directory/directory.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import { requiredText, type Given } from './given.ts';
import { namedPeople } from './named-person.ts';

/** A restriction as the client sends it. */
export interface RestrictionAsked {
  readonly restricted: boolean;
  readonly reason: string;
  readonly admitted?: Given<readonly string[]>;
  readonly excluded?: Given<readonly string[]>;
  readonly allegation?: Given<boolean>;
}

const bad = (message: string): HubError => new HubError('BAD_INPUT', message);

/**
 * Checks a restriction. Under an allegation somebody is always named as one who may see: as long as nobody is, the
 * service's managers and the allocated social worker may, and the person of whom it is made can be one of these.
 * `stand` are those who would be named then.
 */
export function restrictionSet(directory: Directory, asked: RestrictionAsked, stand: readonly string[]): DecisionPayloads['RESTRICTION'] {
  const { restricted } = asked;
  const allegation = asked.allegation === true;
  const reason = requiredText(asked.reason, 'reason');
  const admitted = namedPeople(directory, asked.admitted ?? [], 'admitted');
  const excluded = namedPeople(directory, asked.excluded ?? [], 'excluded');
  checkNames({ restricted, allegation, admitted, excluded });
  if (excluded.length === 0) {
    return { restricted, reason, admitted, excluded, allegation };
  }
  const named = (admitted.length > 0 ? admitted : stand).filter((person) => !isAmong(excluded, person));
  if (named.length === 0) {
    throw bad('"admitted" must name at least one person who may see.');
  }
  return { restricted, reason, admitted: named, excluded, allegation };
}

function checkNames({ restricted, allegation, admitted, excluded }: Omit<DecisionPayloads['RESTRICTION'], 'reason'>): void {
  if (!restricted && (allegation || admitted.length > 0 || excluded.length > 0)) {
    throw bad('Lifting a restriction names nobody and makes no allegation: leave "admitted", "excluded" and "allegation" out.');
  }
  if (allegation && excluded.length === 0) {
    throw bad('"excluded" must name the professional of whom the allegation is made.');
  }
  if (admitted.some((person) => isAmong(excluded, person))) {
    throw bad('Nobody can be in "admitted" and in "excluded".');
  }
}

/** The same person, in whatever capacity. */
function isAmong(people: readonly string[], person: string): boolean {
  return people.some((other) => personOf(other) === personOf(person));
}
