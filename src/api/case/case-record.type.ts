import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../date-time.scalar.ts';
import { Moment } from '../moment.type.ts';
import { Role } from '../trade-enums.type.ts';
import { CaseRecordKind } from './case-enums.type.ts';
import { SafeContact } from './safe-contact.type.ts';

/** What is said of a record itself; the link to its episode is in `case-links.resolver.ts`. */
@ObjectType({ simpleResolvers: true, description: 'What is written of a child beside the interview, and read as the whole interview is: screens, strategy discussions, what carers told.' })
export abstract class CaseRecord {
  @Field(() => ID, { description: 'The record.' })
  abstract readonly id: string;

  @Field(() => CaseRecordKind, { description: 'What it is.' })
  abstract readonly record: string;

  @Field(() => Moment, { description: 'When it was made or took place.' })
  abstract readonly at: Moment;

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  abstract readonly outcome: string | null;

  @Field(() => [String], { description: 'Why it was made.' })
  abstract readonly grounds: readonly string[];

  @Field(() => [String], { description: 'Who took part.' })
  abstract readonly present: readonly string[];

  @Field(() => String, { nullable: true, description: 'What it says.' })
  abstract readonly words: string | null;

  @Field(() => SafeContact, { nullable: true, description: 'Of SAFE_CONTACT: how, when and by whom the child is reached safely, as far as it was said by the list.' })
  abstract readonly contact: SafeContact | null;

  @Field(() => ID, { nullable: true, description: 'The concern it hangs from.' })
  abstract readonly concern: string | null;

  @Field(() => String, { nullable: true, description: "Why the authority's practice was not followed." })
  abstract readonly departure: string | null;

  @Field(() => ID, { description: 'Who wrote it down.' })
  abstract readonly by: string;

  @Field(() => Role, { nullable: true, description: 'In which role they wrote it.' })
  abstract readonly byRole: string | null;

  @Field(() => DateTime, { description: 'When it was written down.' })
  abstract readonly writtenAt: string;

  @Field(() => Int, { description: 'The revision to send with a change of it.' })
  abstract readonly revision: number;
}
