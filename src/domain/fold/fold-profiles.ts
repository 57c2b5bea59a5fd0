import type { KeptRecord } from './kept-record.ts';
import type { ProfilePicture } from './reported-picture.ts';
import { compareText } from './standing.ts';
import { saidOfKind } from './stated-fields.ts';

/** What each agency or carer keeps ready of the child for the day it goes missing. */
export function foldProfiles(records: readonly KeptRecord[]): ProfilePicture[] {
  return records
    .flatMap((record) => {
      const latest = saidOfKind(record.said, 'profile').at(-1);
      // Every field is always stated, so that the latest statement is all of it.
      return latest === undefined ? [] : [{ id: record.id, stated: latest.payload, order: latest.order }];
    })
    .sort((first, second) => compareText(first.id, second.id));
}
