import type { Check } from './check.ts';
import { givesWhatStandsBeside } from './checks/gives-what-stands-beside.ts';
import { keepsIdentifiers } from './checks/keeps-identifiers.ts';
import { knowsTheClocks } from './checks/knows-the-clocks.ts';
import { listsEveryField } from './checks/lists-every-field.ts';
import { neverRepeatsAValue } from './checks/never-repeats-a-value.ts';
import { readsAlone } from './checks/reads-alone.ts';
import { readsBackWhatItWrites } from './checks/reads-back-what-it-writes.ts';
import { readsEveryEncoding } from './checks/reads-every-encoding.ts';
import { refusesWhatIsDamaged } from './checks/refuses-what-is-damaged.ts';
import { saysTheSameInAnyOrder } from './checks/says-the-same-in-any-order.ts';
import { staysWithinMemory } from './checks/stays-within-memory.ts';

/** What every adapter must do, in the order in which it is best mended. */
export const CHECKS: readonly Check[] = [
  givesWhatStandsBeside,
  listsEveryField,
  saysTheSameInAnyOrder,
  refusesWhatIsDamaged,
  readsEveryEncoding,
  keepsIdentifiers,
  knowsTheClocks,
  neverRepeatsAValue,
  readsAlone,
  readsBackWhatItWrites,
  staysWithinMemory,
];
