import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Disclosure } from './disclosure.type.ts';
import { Moment } from './moment.type.ts';
import { Profile } from './profile.type.ts';
import { Conflict, FieldProvenance, Flag, PersonRecord } from './provenance.type.ts';
import { FieldStatements } from './statement.type.ts';
import { Gender } from './trade-enums.type.ts';

/** What is said of a child itself; the links to placements and episodes are in `row-links.resolver.ts`. */
@ObjectType({
  simpleResolvers: true,
  description: 'A child, as the records of all agencies that are about the same child say together.',
})
export abstract class Child {
  @Field(() => ID, { description: 'Any id the hub has ever shown for the child goes on opening it.' })
  abstract readonly id: string;

  @Field(() => String, { nullable: true, description: "The child's given name." })
  abstract readonly givenName: string | null;

  @Field(() => String, { nullable: true, description: "The child's family name." })
  abstract readonly familyName: string | null;

  @Field(() => Moment, { nullable: true, description: 'Date of birth.' })
  abstract readonly dateOfBirth: Moment | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the date of birth is an estimate.' })
  abstract readonly dateOfBirthEstimated: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Age in whole years now: from the date of birth, else as a source stated it.' })
  abstract readonly age: number | null;

  @Field(() => Gender, { nullable: true, description: 'Gender.' })
  abstract readonly gender: string | null;

  @Field(() => String, { nullable: true, description: "The source's code for ethnicity." })
  abstract readonly ethnicity: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether an episode is open: missing, away, or located and not back.' })
  abstract readonly missingNow: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'The authorities whose child this is; several only while they disagree.' })
  abstract readonly responsibleAuthorities: readonly string[] | null;

  @Field(() => String, { nullable: true, description: "The source's code for the child's legal status now." })
  abstract readonly legalStatus: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the child came to the country alone and seeks asylum.' })
  abstract readonly unaccompanied: boolean | null;

  @Field(() => String, { nullable: true, description: 'Build.' })
  abstract readonly build: string | null;

  @Field(() => String, { nullable: true, description: 'Complexion.' })
  abstract readonly complexion: string | null;

  @Field(() => String, { nullable: true, description: 'Hair colour.' })
  abstract readonly hairColour: string | null;

  @Field(() => String, { nullable: true, description: 'Colour of the left eye.' })
  abstract readonly eyeColourLeft: string | null;

  @Field(() => String, { nullable: true, description: 'Colour of the right eye.' })
  abstract readonly eyeColourRight: string | null;

  @Field(() => String, { nullable: true, description: 'Scars, glasses, tattoos and the like.' })
  abstract readonly distinguishingFeatures: string | null;

  @Field(() => String, { nullable: true, description: "The source's reference of a photograph." })
  abstract readonly photographRef: string | null;

  @Field(() => String, { nullable: true, description: 'Home address.' })
  abstract readonly homeAddress: string | null;

  @Field(() => String, { nullable: true, description: 'Postcode of the home address.' })
  abstract readonly homePostcode: string | null;

  @Field(() => String, { nullable: true, description: "Telephone number of the child or the child's carers." })
  abstract readonly telephone: string | null;

  @Field(() => String, { nullable: true, description: "E-mail address of the child or the child's carers." })
  abstract readonly email: string | null;

  @Field(() => String, { nullable: true, description: 'Address of family the child may go to.' })
  abstract readonly familyAddress: string | null;

  @Field(() => String, { nullable: true, description: 'Another address the child may go to.' })
  abstract readonly otherAddress: string | null;

  @Field(() => String, { nullable: true, description: 'NHS number.' })
  abstract readonly nhsNumber: string | null;

  @Field(() => String, { nullable: true, description: 'Unique pupil number.' })
  abstract readonly upn: string | null;

  @Field(() => String, { nullable: true, description: "The responsible authority's own number for the child." })
  abstract readonly authorityChildId: string | null;

  @Field(() => [Profile], { nullable: true, description: 'What is kept ready for the day the child goes missing.' })
  abstract readonly profiles: readonly Profile[] | null;

  @Field(() => [FieldProvenance], { nullable: true, description: 'Where each field came from.' })
  abstract readonly provenance: readonly FieldProvenance[] | null;

  @Field(() => [Conflict], { nullable: true, description: 'Fields on which sources disagree.' })
  abstract readonly conflicts: readonly Conflict[] | null;

  @Field(() => [FieldStatements], { nullable: true, description: 'What every source ever said, field by field, side by side: what stands and why, who says otherwise, what was corrected or taken back. Where the child is placed is told by its placements.' })
  abstract readonly statements: readonly FieldStatements[] | null;

  @Field(() => [Flag], { nullable: true, description: 'What a person should look at.' })
  abstract readonly flags: readonly Flag[] | null;

  @Field(() => [PersonRecord], { nullable: true, description: "The agencies' records that are shown as this child; a coordinator joins and separates them." })
  abstract readonly personRecords: readonly PersonRecord[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether only the people named may see the child.' })
  abstract readonly restricted: boolean | null;

  @Field(() => Disclosure, { description: 'What of the child you are not shown, and how to handle the rest.' })
  abstract readonly disclosure: Disclosure;
}
