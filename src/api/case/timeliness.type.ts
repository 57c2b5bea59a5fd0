import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { StandardMet } from '../../domain/statistics/by-the-standards.ts';
import type { CountName } from '../../domain/statistics/timeliness-counts.ts';
import { describedEnum } from '../described-enum.ts';

const TimelinessName = describedEnum<CountName>('TimelinessName', 'What is counted of the returns of a month.', {
  returns: 'Every return.',
  eligible: 'Those after which an interview was appropriate.',
  notAppropriate: 'Those after which it was not.',
  offered: 'Those after which one was offered.',
  notOffered: 'Those after which none was.',
  unableToContact: 'Nobody was reached.',
  noOffer: 'No offer is recorded.',
  offeredInTime: "Offered in time by the authority's own clock.",
  offeredNotInTime: 'Offered late, or nobody can tell.',
  offeredLate: 'Offered late.',
  offeredCannotTell: 'Offered, and nobody can tell whether in time.',
  accepted: 'Accepted.',
  notAccepted: 'Offered, and not accepted.',
  refused: 'Refused.',
  otherEnd: 'Ended otherwise, or not answered.',
  refusedByChild: 'Refused by the child.',
  refusedByParent: 'Refused by a parent or carer.',
  completed: 'Accepted, and held.',
  notCompleted: 'Accepted, and not held.',
  statutoryInTime: 'Held within the statutory 72 hours.',
  statutoryNotInTime: 'Held after them, or nobody can tell.',
  statutoryLate: 'Held after them.',
  statutoryCannotTell: 'Held, and nobody can tell whether within them.',
  ownInTime: "Held in time by the authority's own clock.",
  ownNotInTime: 'Held late by it, or nobody can tell.',
  ownLate: 'Held late by it.',
  ownCannotTell: 'Held, and nobody can tell whether in time by it.',
});

const FigureState = describedEnum<'SHOWN' | 'SUPPRESSED' | 'SILENT'>('FigureState', 'Whether a number is shown.', {
  SHOWN: 'It is shown.',
  SUPPRESSED: 'It is not: fewer than five children, or one that would tell of them.',
  SILENT: 'The authority has no clock for it.',
});

const StandardName = describedEnum<StandardMet['standard']>('StandardName', "An authority's own standard, in per cent.", {
  offeredOfEligible: 'Of the eligible, so many are offered an interview.',
  completedOfAccepted: 'Of those who accept, so many are interviewed in time.',
  refusedAtMost: 'Of those who are offered one, so many refuse at most.',
});

@ObjectType({ simpleResolvers: true, description: 'One number of returns.' })
export abstract class TimelinessFigure {
  @Field(() => TimelinessName, { description: 'Of which returns.' })
  abstract readonly name: string;

  @Field(() => FigureState, { description: 'Whether it is shown.' })
  abstract readonly state: string;

  @Field(() => Int, { nullable: true, description: 'How many returns; null where it is not shown.' })
  abstract readonly returns: number | null;
}

@ObjectType({ simpleResolvers: true, description: "How a month stands to one of the authority's own standards, worked out from shown numbers alone." })
export abstract class StandardReached {
  @Field(() => StandardName, { description: 'Which standard.' })
  abstract readonly standard: string;

  @Field(() => Float, { nullable: true, description: 'What it asks for, in per cent; null where the guidance is silent.' })
  abstract readonly asks: number | null;

  @Field(() => Float, { nullable: true, description: 'How it stands, in per cent at the least; null where what is shown does not tell.' })
  abstract readonly standsAtLeast: number | null;

  @Field(() => Float, { nullable: true, description: 'The same at the most.' })
  abstract readonly standsAtMost: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is met; null where nobody can tell.' })
  abstract readonly met: boolean | null;

  @Field(() => String, { nullable: true, description: 'Whose rule it is, and the paragraph.' })
  abstract readonly source: string | null;

  @Field(() => String, { nullable: true, description: 'What the text leaves open.' })
  abstract readonly flag: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One month of returns.' })
export abstract class TimelinessRow {
  @Field(() => String, { nullable: true, description: 'The month, as `2026-05`; null: all months together.' })
  abstract readonly month: string | null;

  @Field(() => [TimelinessFigure], { description: 'Every number.' })
  abstract readonly figures: readonly TimelinessFigure[];

  @Field(() => [StandardReached], { description: "How it stands to the authority's own standards." })
  abstract readonly standards: readonly StandardReached[];
}

@ObjectType({ simpleResolvers: true, description: 'How timely offers and interviews were, month by month, over the returns you may see.' })
export abstract class Timeliness {
  @Field(() => [TimelinessRow], { description: 'The months, the earliest first.' })
  abstract readonly months: readonly TimelinessRow[];

  @Field(() => TimelinessRow, { description: 'What is shown of every month, added up.' })
  abstract readonly overall: TimelinessRow;
}
