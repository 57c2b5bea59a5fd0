import type { DecisionOf } from '../decision/decision.ts';
import type { ItemGrade } from '../fold/intelligence-picture.ts';
import type { IntelligencePayload, ObservationOf, StatedGrade } from '../observation/observation.ts';
import { instantOfOrder } from '../observation/order-instant.ts';
import { namesLeftIn } from '../redaction/names-left-in.ts';
import type { ItemFlag } from './intelligence-words.ts';

/** The grade an item has, and what somebody has to look at. */
export interface StandingGrade {
  readonly grade: ItemGrade | null;
  readonly flags: readonly ItemFlag[];
}

/** What was said of an item last, and how the bureau graded it. */
export interface Graded {
  readonly latest: ObservationOf<'intelligence'>;
  readonly decided: DecisionOf<'GRADE'> | undefined;
  readonly agencyOf: (code: string) => string | null;
}

/**
 * The grade of an item: the one it came with, until the bureau grades it. Where the item changed after it was graded, the
 * bureau has not seen what it says now: the stricter handling of the two holds and it is flagged, until it is graded anew.
 */
export function standingGrade({ latest, decided, agencyOf }: Graded): StandingGrade {
  const stated = latest.payload.grade ?? null;
  if (stated === null) {
    return { grade: decided?.payload ?? null, flags: [] };
  }
  if (decided !== undefined && isSince(decided, latest.order)) {
    return { grade: decided.payload, flags: [] };
  }
  const came = asItCame(stated, latest.payload, agencyOf);
  return decided === undefined || came.grade === null ? came : { grade: stricter(came.grade, decided.payload), flags: [...came.flags, 'CHANGED_SINCE_GRADED'] };
}

/** A source whose order says no time can't be shown to have spoken before. */
function isSince({ at }: DecisionOf<'GRADE'>, order: string): boolean {
  const said = instantOfOrder(order);
  return said !== null && said <= at;
}

/** Anything unread closes the item: a guess could open it to somebody its maker meant to keep out. */
function asItCame(stated: StatedGrade, payload: IntelligencePayload, agencyOf: Graded['agencyOf']): StandingGrade {
  const flags = flagsOn(stated, payload, agencyOf);
  const isOpen = stated.handling === 'P' && !flags.includes('GRADE_UNREADABLE') && !flags.includes('CONDITIONS_UNCLEAR');
  const grade: ItemGrade = {
    sourceEvaluation: stated.sourceEvaluation ?? '',
    assessment: stated.assessment ?? '',
    handling: isOpen ? 'P' : 'C',
    conditions: stated.conditions,
    recipients: [...new Set(stated.recipients.map(agencyOf).filter((agency) => agency !== null))].sort(),
    sanitisedText: flags.includes('NAMES_LEFT_IN') ? null : stated.sanitisedText,
    area: null,
    result: stated.result ?? null,
    resultWords: stated.resultWords ?? null,
    ...(flags.includes('GRADE_UNREADABLE') ? { word: stated.word } : {}),
  };
  return { grade, flags };
}

function flagsOn(stated: StatedGrade, { namedPeople }: IntelligencePayload, agencyOf: Graded['agencyOf']): ItemFlag[] {
  const { sanitisedText } = stated;
  const isRead = ![stated.sourceEvaluation, stated.assessment, stated.handling].includes(null);
  const flags: readonly (readonly [ItemFlag, boolean])[] = [
    ['GRADE_UNREADABLE', !isRead],
    ['CONDITIONS_UNCLEAR', isRead && !goTogether(stated)],
    ['RECIPIENT_UNKNOWN', stated.recipients.some((recipient) => agencyOf(recipient) === null)],
    ['NAMES_LEFT_IN', sanitisedText !== null && namesLeftIn(sanitisedText, namedPeople)],
  ];
  return flags.filter(([, holds]) => holds).map(([flag]) => flag);
}

/** P goes with no conditions, C with conditions that name somebody. */
function goTogether({ handling, conditions, recipients }: StatedGrade): boolean {
  const isNamed = recipients.length > 0;
  return handling === 'P' ? conditions === null && !isNamed : conditions !== null && isNamed;
}

/**
 * Open only where both are, and to those whom both name; a sanitised text made from what the item said before is none. What the bureau
 * made of it before, it made.
 */
function stricter(came: ItemGrade, decided: ItemGrade): ItemGrade {
  const closing = [came, decided].filter(({ handling }) => handling === 'C');
  const conditions = [...new Set(closing.map((grade) => grade.conditions).filter((text) => text !== null))];
  const [first, ...others] = closing.map(({ recipients }) => recipients);
  return {
    ...came,
    handling: closing.length === 0 ? 'P' : 'C',
    conditions: conditions.length === 0 ? null : conditions.join('\n'),
    recipients: (first ?? []).filter((agency) => others.every((those) => those.includes(agency))),
    area: decided.area,
    ...resultOf((came.result ?? null) === null ? decided : came),
  };
}

function resultOf({ result = null, resultWords = null }: ItemGrade): Pick<ItemGrade, 'result' | 'resultWords'> {
  return { result, resultWords };
}
