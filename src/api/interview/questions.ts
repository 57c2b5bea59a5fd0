import { Field } from 'type-graphql';
import type { InterviewQuestion, LocatingQuestion } from '../../domain/interview/interview-form.ts';
import { Accompaniment, HighRiskCategory, PullFactor, PushFactor, Vulnerability } from './factor-enums.type.ts';
import { YesNoNotSaid } from './interview-enums.type.ts';

/** A question as the schema shows and asks it. */
interface Question {
  readonly says: string;
  /** The enum its answers come from; free text where there is none. */
  readonly of?: object;
  readonly many?: true;
}

/** Every question of the form but the people named, whose answers differ in shape between reading and writing. */
export const QUESTIONS: Readonly<Record<Exclude<InterviewQuestion, 'namedPeople'>, Question>> = {
  conductedBy: { says: 'Who held it, in words.' },
  conductedCapacity: { says: 'In what capacity.' },
  conductedWhere: { says: 'Where it was held.' },
  conductedHow: { says: 'How it was held: face to face unless the child decided otherwise.' },
  independentOfPlacement: { says: 'Whether the interviewer is independent of the placement.', of: YesNoNotSaid },
  independentOfAuthority: { says: 'Whether the interviewer is independent of the responsible authority.', of: YesNoNotSaid },
  interpreter: { says: 'Whether and which interpreter helped.' },
  parentCarerViews: { says: "The parents' or carers' views." },
  reasons: { says: 'The reasons for going.' },
  harmSuffered: { says: 'Harm suffered.' },
  childViewsWhy: { says: "The child's views on why." },
  childViewsHelp: { says: "The child's views on what would help." },
  firstTime: { says: 'Whether it was the first time.', of: YesNoNotSaid },
  accompaniment: { says: 'Alone, with others or persuaded.', of: Accompaniment },
  whomTold: { says: 'Whom the child told.' },
  trigger: { says: 'What set it off.' },
  triggerStillExists: { says: 'Whether what set it off still exists.', of: YesNoNotSaid },
  foodMoneyTransport: { says: 'How the child came by food, money and transport.' },
  crimeAsVictim: { says: 'Crime the child suffered.' },
  crimeAsSuspect: { says: 'Crime the child may have taken part in.' },
  medicalHelp: { says: 'Medical help needed or had.' },
  whoHelped: { says: 'Who helped.' },
  relationships: { says: 'Relationships.' },
  scaredHarmedPressured: { says: 'Whether the child was scared, harmed or pressured.' },
  howFelt: { says: 'How the child felt.' },
  whyReturned: { says: 'Why the child returned.' },
  childViewOfRisk: { says: "The child's own view of risk." },
  alternatives: { says: 'What the child could do another time.' },
  supportNeeded: { says: 'Support needed.' },
  plan: { says: 'The plan.' },
  actions: { says: 'Actions, with owner and date.' },
  followUpOn: { says: 'The date of the follow-up, as 2026-04-30.' },
  ceScreen: { says: 'The exploitation screen.' },
  toldAboutSharing: { says: 'What the child was told about sharing.' },
  informationFromCarer: { says: 'Information from the carer.' },
  vulnerabilities: { says: 'The vulnerabilities ticked.', of: Vulnerability, many: true },
  highRiskCategories: { says: 'The high-risk categories ticked.', of: HighRiskCategory, many: true },
  pushFactors: { says: 'The push factors ticked.', of: PushFactor, many: true },
  pullFactors: { says: 'The pull factors ticked.', of: PullFactor, many: true },
};

/** What locates a child: a small separate set. */
export const LOCATING_QUESTIONS: Readonly<Record<LocatingQuestion, Question>> = {
  placesStayed: { says: 'Addresses and places the child stayed at.', many: true },
  peopleWith: { says: 'People the child was with.', many: true },
  phones: { says: 'Telephone numbers.', many: true },
  vehicles: { says: 'Vehicles.', many: true },
  handles: { says: 'Names used online.', many: true },
  transport: { says: 'How the child got about.', many: true },
};

/** Gives a type or an input one nullable field for each question: none is there where it was not asked or not answered. */
export function fieldsFor(questions: Readonly<Record<string, Question>>, type: { readonly prototype: object }): void {
  for (const [name, { says, of = String, many }] of Object.entries(questions)) {
    Field(() => (many ? [of] : of), { nullable: true, description: says })(type.prototype, name);
  }
}
