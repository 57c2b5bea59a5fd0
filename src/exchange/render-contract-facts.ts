/** What a message says as one tree, by the names in which losses are listed. */
import { answersOf, contentOf, matterOf } from './render-contract-matter.ts';
import type { Loss, Outgoing } from './render-contract.ts';

/** What is said as one tree, the same of what goes out and of what is read in it. */
export type FactTree = Readonly<Record<string, unknown>>;

/** Of a return or a trace nobody may know when or where; that it was is said all the same. */
export function withSaid(payload: object | undefined): object | undefined {
  return payload && { ...payload, said: 'SAID' };
}

/** What a message says, at the level at which it says it. */
export function factsSent(outgoing: Outgoing): FactTree {
  const { sender, act, withdrawn, child, episodes, offers, interview, intelligence, asks } = outgoing;
  const { key: subject, ...person } = child;
  const isOfItem = matterOf(outgoing) === 'INTELLIGENCE';
  return {
    act: act === 'retract' ? null : act,
    subject,
    withdrawn: withdrawn.map(({ kind, key }) => `${kind} ${key}`),
    person,
    episode: episodes.map(({ key, statuses, report, risk, located, returned }) => ({ key, status: statuses, report, risk, located: withSaid(located), returned: withSaid(returned) })),
    offer: offers.map(({ attempts, ...offer }) => ({ ...offer, service: sender, attempt: attempts })),
    interview: interview === null ? null : { key: interview.key, state: interview.state, at: interview.at, episodeKeys: interview.episodeKeys, offerKey: interview.offerKey, service: sender, ...answersOf(interview) },
    intelligence: intelligence === null || !isOfItem ? null : { ...intelligence, level: null, content: contentOf(intelligence), about: aboutOf(person) },
    assessmentAsked: asks,
  };
}

function aboutOf({ givenName, familyName, dateOfBirth, nhsNumber }: Omit<Outgoing['child'], 'key'>): object {
  return { givenName, familyName, dateOfBirth, nhsNumber };
}

/** Is this field what is listed as lost, or below it? */
export function covers({ field }: Loss, one: string): boolean {
  return one === field || one.startsWith(`${field}.`);
}
