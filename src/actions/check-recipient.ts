import type { AgencyKind, Directory, Role } from '../directory/directory.ts';
import { holds } from '../directory/holders-of.ts';
import { HubError } from '../domain/errors.ts';
import { personAt, type Audience } from '../domain/sharing/audience.ts';
import { namedPerson } from './named-person.ts';

/** What a recipient of each audience is: an agency of a kind, a person in a role, or either. */
const RECIPIENTS: Readonly<Record<Audience, { readonly agency: AgencyKind | null; readonly person: Role | null }>> = {
  // A home by its provider; a foster or kinship carer by name.
  PLACEMENT: { agency: 'PROVIDER', person: 'PLACEMENT_PROVIDER' },
  PARENT: { agency: null, person: 'PARENT' },
  PARTNER: { agency: 'OTHER', person: null },
  POLICE: { agency: 'POLICE', person: null },
  HOST: { agency: 'AUTHORITY', person: null },
  CP_COORDINATOR: { agency: null, person: 'CP_COORDINATOR' },
};
const IN_WORDS: Readonly<Record<Audience, string>> = {
  PLACEMENT: "a placement provider's agency id, or a carer as person@agency",
  PARENT: 'a parent as person@agency',
  PARTNER: "a partner's agency id",
  POLICE: "a police force's agency id",
  HOST: "an authority's agency id",
  CP_COORDINATOR: 'a child protection coordinator as person@agency',
};

/** Of a home or a parent there are many: a text or an agreement for one of them must say for which. */
export function isForOneAlone(audience: Audience): boolean {
  return audience === 'PLACEMENT' || audience === 'PARENT';
}

/** Refuses a recipient that the directory does not know, or that does not belong to the audience; answers how it is kept. */
export function checkRecipient(directory: Directory, audience: Audience, recipient: string): string {
  const { agency: kind, person: role } = RECIPIENTS[audience];
  if (kind !== null && directory.agencies.get(recipient)?.kind === kind) {
    return recipient;
  }
  if (role !== null && directory.agencies.get(recipient) === undefined) {
    const { person, agency } = namedPerson(directory, recipient, 'recipient');
    if (holds(person, role, agency)) {
      return personAt(person.id, agency);
    }
  }
  throw new HubError('BAD_INPUT', `"recipient" must be ${IN_WORDS[audience]}, as the directory has it.`);
}

/** For whom a redacted text is: one home, carer or parent, or a whole audience of which none is named. */
export function recipientOfText(directory: Directory, audience: Audience, named: string | null): string | null {
  if (isForOneAlone(audience) !== (named !== null)) {
    throw new HubError('BAD_INPUT', named === null ? '"recipient" must name the home, carer or parent: one\'s text is never shown to another.' : 'A text for this audience serves all of it: leave "recipient" out.');
  }
  return named === null ? null : checkRecipient(directory, audience, named);
}
