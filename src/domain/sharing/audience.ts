/** For whom a redacted text can be approved; one audience's text is never served to another. */
export const AUDIENCES = ['PLACEMENT', 'PARENT', 'PARTNER', 'POLICE', 'HOST', 'CP_COORDINATOR'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * One recipient of an audience: an agency's id, or a person as `person@agency` (a parent, a foster carer, a child
 * protection coordinator). A text for PARTNER, POLICE, HOST and CP_COORDINATOR serves every recipient of its audience
 * and names none; one for a placement or a parent serves that one alone.
 */
export interface Recipient {
  readonly audience: Audience;
  readonly recipient: string;
}

/** What the child said when asked; a wish we honour and never the lawful basis. */
export const AGREEMENTS = ['GIVEN', 'REFUSED', 'NOT_ASKED', 'WITHDRAWN'] as const;
export type AgreementState = (typeof AGREEMENTS)[number];

/** What an agreement, a redacted text or a refusal can be about. `ALL` speaks of everything. */
export const TOPICS = ['ALL', 'WHEREABOUTS', 'FAMILY', 'PLACEMENT', 'HEALTH', 'RELATIONSHIPS', 'EXPLOITATION', 'OFFENDING', 'SCHOOL'] as const;
export type Topic = (typeof TOPICS)[number];

/** `person@agency`: one person in their capacity at one agency. */
export function personAt(person: string, agency: string): string {
  return `${person}@${agency}`;
}

/** The person of a `person@agency`, whatever their capacity. */
export function personOf(capacity: string): string {
  return capacity.slice(0, Math.max(0, capacity.lastIndexOf('@')));
}

/** The agency of a `person@agency`. */
export function agencyOfPerson(person: string): string {
  return person.slice(person.lastIndexOf('@') + 1);
}

/** The agency of whom something is put before: `ROLE:agency`, or `person@agency`. */
export function agencyOfAddressee(addressee: string): string {
  return addressee.slice(Math.max(addressee.lastIndexOf(':'), addressee.lastIndexOf('@')) + 1);
}
