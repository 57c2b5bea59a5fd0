import { Field, ID, ObjectType } from 'type-graphql';
import { FIGURE_WORDS } from '../../domain/authority/figure-words.ts';
import type { FigureName } from '../../domain/authority/practice.ts';
import type { RuleOf as RuleOfWord } from '../../domain/authority/rules-in-force.ts';
import { describedEnum } from '../described-enum.ts';
import { Calendar, ClockId } from './clock-enums.type.ts';

const RuleOf = describedEnum<RuleOfWord>('RuleOf', 'Whose a practice rule is.', {
  STATUTORY: "The statutory guidance's: every authority's.",
  OWN: "The authority's own: it has stated it in the directory.",
  GUIDANCE: 'That of the guidance the authority goes by.',
  HUB: "The hub's own default.",
});

const NAMES = Object.entries(FIGURE_WORDS).map(([figure, { name }]) => [figure, `${name.charAt(0).toUpperCase()}${name.slice(1)}.`]);
// Safe: the names are those of the figures, each once.
const PracticeFigureName = describedEnum<FigureName>('PracticeFigureName', 'A figure of the practice rules.', Object.fromEntries(NAMES) as Record<FigureName, string>);

@ObjectType({ simpleResolvers: true, description: 'One figure of the practice rules an authority goes by.' })
abstract class PracticeFigure {
  @Field(() => PracticeFigureName, { description: 'Which figure.' })
  abstract readonly figure: string;

  @Field(() => String, { description: 'The figure in words.' })
  abstract readonly name: string;

  @Field(() => String, { nullable: true, description: 'What it is set to, in words; null: the practice is silent, and none is borrowed from a neighbour.' })
  abstract readonly value: string | null;

  @Field(() => RuleOf, { description: 'Whose it is; of one that is silent what happens is the hub’s.' })
  abstract readonly ruleOf: string;

  @Field(() => String, { nullable: true, description: 'Whose rule it is, and the paragraph; null: the practice is silent, and the hub has no default of its own.' })
  abstract readonly source: string | null;

  @Field(() => String, { nullable: true, description: 'What the text leaves open, and how it is read here.' })
  abstract readonly flag: string | null;

  @Field(() => String, { nullable: true, description: 'What the hub does where the practice is silent; the statutory clock runs all the same. Null: it is not.' })
  abstract readonly whenSilent: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One duty with a time that an authority goes by; of two of one duty the shorter runs.' })
abstract class PracticeClock {
  @Field(() => ClockId, { description: 'Which clock.' })
  abstract readonly id: string;

  @Field(() => String, { description: "What it waits for, in words; of one that the authority has added itself, in the authority's." })
  abstract readonly name: string;

  @Field(() => String, { description: 'Of which children it runs, in words.' })
  abstract readonly of: string;

  @Field(() => String, { nullable: true, description: 'What starts it, in words; null: the text does not say.' })
  abstract readonly start: string | null;

  @Field(() => [String], { description: 'What stops it, in words: the first of these.' })
  abstract readonly stops: readonly string[];

  @Field(() => [String], { description: 'What ends it, in words, where it starts again at every stop: all of these. None: it runs once.' })
  abstract readonly againUntil: readonly string[];

  @Field(() => String, { description: 'How long it runs, in words.' })
  abstract readonly length: string;

  @Field(() => Calendar, { description: 'How its time is counted.' })
  abstract readonly calendar: string;

  @Field(() => Boolean, { description: 'Whether the text aims at it and does not oblige.' })
  abstract readonly aim: boolean;

  @Field(() => RuleOf, { description: 'Whose it is.' })
  abstract readonly ruleOf: string;

  @Field(() => String, { description: 'Whose rule it is, and the paragraph.' })
  abstract readonly source: string;

  @Field(() => String, { nullable: true, description: 'What the text leaves open, and how it is read here.' })
  abstract readonly flag: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The practice rules an authority goes by. Seen by: whoever works at that authority, and every hub coordinator.' })
export abstract class Practice {
  @Field(() => ID, { description: 'The authority, by its id in the directory.' })
  abstract readonly authority: string;

  @Field(() => String, { description: "The authority's name." })
  abstract readonly name: string;

  @Field(() => String, { nullable: true, description: 'Which of the known practices it goes by; null: it has named none.' })
  abstract readonly goesBy: string | null;

  @Field(() => [PracticeClock], { description: 'Every clock, the statutory one first: it runs whatever the practice is silent on.' })
  abstract readonly clocks: readonly object[];

  @Field(() => [PracticeFigure], { description: 'Every figure, those the practice is silent on too.' })
  abstract readonly figures: readonly object[];
}
