import { HubError } from '../domain/errors.ts';
import type { SafeContact } from '../domain/interview/safe-contact.ts';
import { optionalText, type Given } from './given.ts';

/** How, when and by whom a child is reached safely, as the client sends it. */
export type ContactGiven = { readonly [N in keyof SafeContact]?: Given<SafeContact[N]> };

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The same, checked: whatever is left out is not said. */
export function contactGiven({ safeWays, unsafeWays, from, until, by, notThrough, interpreter, language, livesIndependently }: ContactGiven): SafeContact {
  return {
    safeWays: [...new Set(safeWays ?? [])],
    unsafeWays: [...new Set(unsafeWays ?? [])],
    from: clockTime(from, 'contact.from'),
    until: clockTime(until, 'contact.until'),
    by: optionalText(by),
    notThrough: [...new Set(notThrough ?? [])],
    interpreter: interpreter ?? 'NOT_SAID',
    language: optionalText(language),
    livesIndependently: livesIndependently ?? 'NOT_SAID',
  };
}

function clockTime(text: Given<string>, where: string): string | null {
  const given = optionalText(text);
  if (given !== null && !CLOCK.test(given)) {
    throw new HubError('BAD_INPUT', `"${where}" is no time of day. Write it as 16:00.`);
  }
  return given;
}
