import { agencyOfPerson, type Audience } from '../sharing/audience.ts';
import type { HomeOfChild } from './network-of.ts';
import type { Network, TextFor } from './network.ts';
import { squeezed } from './placed-words.ts';

/** To whom a text goes, and what is known of the homes the child is or was in. */
export interface Addressed {
  readonly audience: Audience;
  /** Agency id, or `person@agency`; null where a text serves a whole audience. */
  readonly recipient: string | null;
  readonly homes: readonly HomeOfChild[];
}

/**
 * What may stand in a text for this recipient: what they are called, and where their own home for the child is. Of nobody else
 * is it taken for known where the child lives: a parent, too, may not know.
 */
export function textFor({ audience, recipient, homes }: Addressed, child: Network['child'], calledOf: (recipient: string) => readonly string[]): TextFor {
  const agency = recipient === null ? null : agencyOfPerson(recipient);
  const own = homes.filter(({ provider }) => audience === 'PLACEMENT' && provider !== null && provider === agency);
  const names = own.map(({ homeName }) => homeName).filter((name) => name !== null);
  const marks = [...names, ...own.map(({ placementPostcode }) => placementPostcode)].filter((mark) => typeof mark === 'string').map(squeezed);
  return {
    audience,
    names: [...(recipient === null ? [] : calledOf(recipient)), ...names],
    addresses: child.addresses.filter((address) => marks.some((mark) => mark !== '' && squeezed(address).includes(mark))),
  };
}
