import { whoseChildKey, type ChildNamed } from '../domain/child/whose-child-key.ts';
import { HubError } from '../domain/errors.ts';
import { isoDay, optionalText, type Given } from './given.ts';

/** How somebody says exactly which child they mean. */
export interface ExactChild {
  readonly givenName?: Given<string>;
  readonly familyName?: Given<string>;
  readonly dateOfBirth?: Given<string>;
  readonly nhsNumber?: Given<string>;
}

/** The key of the child that is meant: by NHS number alone, or by given name, family name and date of birth together. */
export function childNamed(exact: ExactChild): string {
  const nhsNumber = optionalText(exact.nhsNumber);
  const names = [optionalText(exact.givenName), optionalText(exact.familyName), isoDay(exact.dateOfBirth, 'dateOfBirth')];
  const key = whoseChildKey(nhsNumber === null ? nameAndBirth(names) : byNumber(nhsNumber, names));
  if (key === null) {
    throw new HubError('BAD_INPUT', 'The NHS number fails its check digit, or the name has no letters. Check what you were given.');
  }
  return key;
}

function nameAndBirth([givenName = null, familyName = null, dateOfBirth = null]: readonly (string | null)[]): ChildNamed {
  if (givenName === null || familyName === null || dateOfBirth === null) {
    throw inexact();
  }
  return { givenName, familyName, dateOfBirth };
}

function byNumber(nhsNumber: string, names: readonly (string | null)[]): ChildNamed {
  if (names.some((name) => name !== null)) {
    throw inexact();
  }
  return { nhsNumber };
}

function inexact(): HubError {
  return new HubError('BAD_INPUT', 'Say exactly which child: "nhsNumber" alone, or "givenName", "familyName" and "dateOfBirth" together.');
}
