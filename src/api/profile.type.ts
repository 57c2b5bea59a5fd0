import { Field, ID, Int, ObjectType } from 'type-graphql';

/** What is kept ready of a child for the day they go missing: the standing part of the Philomena form. */
@ObjectType()
abstract class ProfileFields {
  @Field(() => ID, { description: 'The profile.' })
  abstract readonly id: string;

  @Field(() => String, { nullable: true, description: 'What the child looks like, in words.' })
  abstract readonly description: string | null;

  @Field(() => String, { nullable: true, description: 'Friends and others the child may be with. Nobody can search by them.' })
  abstract readonly friends: string | null;

  @Field(() => String, { nullable: true, description: 'Places the child may go to.' })
  abstract readonly places: string | null;

  @Field(() => String, { nullable: true, description: 'Medicines, illnesses and allergies that matter in a search.' })
  abstract readonly medical: string | null;

  @Field(() => String, { nullable: true, description: "The child's telephone." })
  abstract readonly phone: string | null;

  @Field(() => String, { nullable: true, description: 'The names the child uses online.' })
  abstract readonly socialMedia: string | null;

  @Field(() => Int, { nullable: true, description: 'The revision to send with a change.' })
  abstract readonly revision: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'What you keep ready yourself of a child, as their home or carer.' })
export abstract class HomeProfile extends ProfileFields {}

@ObjectType({ simpleResolvers: true, description: 'What one agency or carer keeps ready of a child for the day they go missing.' })
export abstract class Profile extends ProfileFields {
  @Field(() => ID, { description: 'The agency that wrote it, or the carer.' })
  abstract readonly originator: string;
}
