import { LOCATING_FORM, NARRATIVE_QUESTIONS } from '../domain/interview/interview-form.ts';
import type { WantedField, WantedTree } from '../gate/read-request.ts';

/** More of one child's placements, interviews or items are not gathered for a suggestion; the check before release knows them all. */
const GATHERED = 50;

const want = (name: string, more: Partial<WantedField> = {}): WantedField => ({ name, key: name, ...more });
const wantAll = (names: readonly string[]): WantedField[] => names.map((name) => want(name));
const list = (name: string, sub: WantedTree): WantedField => want(name, { first: GATHERED, sub });
const NAMING = wantAll(['namedPeople', ...Object.keys(LOCATING_FORM)]);

/** What is read round the child: the interview's own people are those of one interview of the child. */
const CHILD: WantedTree = {
  Child: [
    ...wantAll(['givenName', 'familyName', 'homeAddress', 'homePostcode', 'familyAddress', 'otherAddress', 'telephone', 'profiles']),
    list('placements', { Placement: wantAll(['homeName', 'provider', 'placementPostcode']) }),
    list('episodes', { Episode: wantAll(['lastSeenWith']) }),
    list('interviews', { FullInterview: NAMING }),
    list('intelligence', { FullIntelligence: wantAll(['namedPeople', 'entities']) }),
  ],
};

/** An interview to be redacted, with its answers where they are what is redacted, and whom the hub knows round the child. */
export function suggestWanted(answers: boolean): WantedTree {
  return { FullInterview: [want('contentHash'), ...NAMING, ...(answers ? wantAll(NARRATIVE_QUESTIONS) : []), want('child', { sub: CHILD })] };
}
