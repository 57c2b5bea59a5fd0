import type { TellsSomebody } from '../redaction/redaction-state.ts';
import { agencyOfPerson } from '../sharing/audience.ts';
import type { FoldContext } from './fold-context.ts';

/**
 * Does one of these texts tell a home or a carer who or where anybody is, its own people and places apart? `recipient` is an
 * agency or `person@agency`; null: every home the child comes to, none of which is known to all.
 */
export type TellsCarer = (recipient: string | null, texts: readonly (string | null)[]) => boolean;

/** Judges what is written for homes and carers without a second person, as a text for a placement is; staff of a home read as the home. */
export function tellsCarer(tells: TellsSomebody, { kindOf }: Pick<FoldContext, 'kindOf'>): TellsCarer {
  return (to, texts) => {
    const recipient = to !== null && kindOf(agencyOfPerson(to)) === 'PROVIDER' ? agencyOfPerson(to) : to;
    return texts.some((text) => text !== null && text !== '' && tells({ audience: 'PLACEMENT', recipient, text }));
  };
}
