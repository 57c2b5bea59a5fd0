import { Field, ID, InputType } from 'type-graphql';
import type { NewChild } from '../../actions/new-child.ts';
import type { AbsenceKind as AbsenceWord, Risk as RiskWord } from '../../domain/observation/observation.ts';
import { AbsenceKind, Gender, Risk } from '../trade-enums.type.ts';
import { EditInput } from './keyed.input.ts';

const TIME = 'A date, or a date and time that has come, as precisely as it is known; without an offset it is a time in London.';
const OPTIONAL = { nullable: true } as const;

/** Something reported anew, changed, or withdrawn. */
@InputType()
abstract class ReportInput extends EditInput {
  @Field(() => Boolean, { description: 'Takes back what was entered by mistake, by "id" and "revision"; everything else is left out then.' })
  readonly withdraw: boolean = false;
}

@InputType()
abstract class OnEpisodeInput extends ReportInput {
  @Field(() => ID, { ...OPTIONAL, description: 'The episode; left out for a change.' })
  readonly episode: string | null = null;
}

@InputType({ description: 'A child of whom nobody has a record yet. Numbers are left to the systems that issue them.' })
export abstract class NewChildInput implements NewChild {
  @Field(() => String, { description: 'Given name.' })
  abstract readonly givenName: string;

  @Field(() => String, { description: 'Family name.' })
  abstract readonly familyName: string;

  @Field(() => String, { ...OPTIONAL, description: 'Date of birth, as 2011-05-06.' })
  readonly dateOfBirth: string | null = null;

  @Field(() => Gender, { ...OPTIONAL, description: 'Gender.' })
  readonly gender: NonNullable<NewChild['gender']> | null = null;

  @Field(() => ID, { ...OPTIONAL, description: 'The authority whose child it is said to be.' })
  readonly responsibleAuthority: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Ofsted URN of the home the child is placed in; a home names one of its own.' })
  readonly placementUrn: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Home address.' })
  readonly homeAddress: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Build.' })
  readonly build: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Hair colour.' })
  readonly hairColour: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Scars, glasses, tattoos and the like.' })
  readonly distinguishingFeatures: string | null = null;
}

@InputType({ description: 'That a child is missing, or away from placement.' })
export abstract class ReportMissingInput extends ReportInput {
  @Field(() => ID, { ...OPTIONAL, description: 'The child; left out for a change, and where nobody has a record of the child.' })
  readonly child: string | null = null;

  @Field(() => NewChildInput, { ...OPTIONAL, description: 'Who the child is, where nobody has a record.' })
  readonly newChild: NewChildInput | null = null;

  @Field(() => AbsenceKind, { description: 'Missing, or away without authorisation with whereabouts known.' })
  readonly kind: AbsenceWord = 'MISSING';

  @Field(() => String, { ...OPTIONAL, description: `Since when; needed unless it is withdrawn. ${TIME}` })
  readonly missingSince: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: `When it was reported to the police. ${TIME}` })
  readonly reportedAt: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'The place the child is missing from.' })
  readonly missingFrom: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: `When the child was last seen. ${TIME}` })
  readonly lastSeenAt: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Where.' })
  readonly lastSeenPlace: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'With whom.' })
  readonly lastSeenWith: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'What the child wears.' })
  readonly clothing: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'How the child came to be missing.' })
  readonly circumstances: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'What puts the child at risk.' })
  readonly riskFactors: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'What has been done already to find the child.' })
  readonly actionsTaken: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Where the child may be, and how they might be found.' })
  readonly findingIdeas: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Who has been told, and who else may need to know.' })
  readonly informedPersons: string | null = null;
}

@InputType({ description: 'That a child was traced and is well; not that the child is back.' })
export abstract class ReportLocatedInput extends OnEpisodeInput {
  @Field(() => String, { ...OPTIONAL, description: `When; left out while nobody knows. ${TIME}` })
  readonly at: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Where.' })
  readonly place: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'How the child was traced.' })
  readonly how: string | null = null;
}

@InputType({ description: 'That a child is back at home or placement.' })
export abstract class ReportReturnedInput extends OnEpisodeInput {
  @Field(() => String, { ...OPTIONAL, description: `When; left out while nobody knows. ${TIME}` })
  readonly at: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Where to.' })
  readonly to: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'How: alone, brought by police, and the like.' })
  readonly method: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Who received the child.' })
  readonly receivedBy: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'In what condition the child came back. The home of the child reads it, whoever wrote it.' })
  readonly condition: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: "What came of the home's own talk with the child, which is no return home interview." })
  readonly debrief: string | null = null;
}

@InputType({ description: 'The risk now: of the police their grade, of anybody else their own assessment.' })
export abstract class UpdateRiskInput extends OnEpisodeInput {
  @Field(() => Risk, { ...OPTIONAL, description: 'The risk on the common scale; needed unless it is withdrawn.' })
  readonly risk: RiskWord | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Your own word for it.' })
  readonly word: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: `When it was assessed; now, where left out. ${TIME}` })
  readonly at: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'What it rests on.' })
  readonly why: string | null = null;
}

@InputType({ description: 'Where a child is placed.' })
export abstract class RecordPlacementInput extends ReportInput {
  @Field(() => ID, { ...OPTIONAL, description: 'The child; left out where nobody has a record of the child.' })
  readonly child: string | null = null;

  @Field(() => NewChildInput, { ...OPTIONAL, description: 'Who the child is, where nobody has a record.' })
  readonly newChild: NewChildInput | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'The first day; needed unless it is withdrawn.' })
  readonly from: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'The last day; left out while the placement goes on.' })
  readonly until: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Ofsted URN of the home: the home sees the child from the first day to the last.' })
  readonly urn: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: "Your code for the kind of placement." })
  readonly placementType: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Your code for the kind of provider.' })
  readonly providerType: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Your code for the legal status.' })
  readonly legalStatus: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Postcode of the placement.' })
  readonly placementPostcode: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Postcode of the home the child came from.' })
  readonly homePostcode: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Your code for why it began.' })
  readonly reasonStarted: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Your code for why it ended.' })
  readonly reasonEnded: string | null = null;
}

@InputType({ description: "What the placing and the host authority agreed for a placement in the host's area; a change says all of it anew." })
export abstract class RecordPlacementAgreementInput extends ReportInput {
  @Field(() => ID, { description: 'The child.' })
  abstract readonly child: string;

  @Field(() => String, { ...OPTIONAL, description: 'The first day it holds; needed unless it is withdrawn.' })
  readonly from: string | null = null;

  @Field(() => ID, { ...OPTIONAL, description: 'The authority in whose area the child is placed; left out, that of the home, or your own where you are the host.' })
  readonly hostAuthority: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Ofsted URN of the home.' })
  readonly urn: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: "The host authority's officer responsible for missing children." })
  readonly hostOfficer: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'How to reach the officer.' })
  readonly hostContact: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Who holds return home interviews: begin with the id or the name of one of the two authorities, and say how after a comma.' })
  readonly whoInterviews: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'How the result comes to the responsible authority.' })
  readonly resultHow: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'By when the result comes.' })
  readonly resultBy: string | null = null;
}

@InputType({ description: 'What is kept ready of a child for the day they go missing.' })
export abstract class RecordProfileInput extends ReportInput {
  @Field(() => ID, { description: 'The child.' })
  abstract readonly child: string;

  @Field(() => String, { ...OPTIONAL, description: 'What the child looks like, in words.' })
  readonly description: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Friends and others the child may be with.' })
  readonly friends: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Places the child may go to.' })
  readonly places: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'Medicines, illnesses and allergies that matter in a search.' })
  readonly medical: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: "The child's telephone." })
  readonly phone: string | null = null;

  @Field(() => String, { ...OPTIONAL, description: 'The names the child uses online.' })
  readonly socialMedia: string | null = null;
}
