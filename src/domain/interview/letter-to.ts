import type { Addressee, FigureValue, Practice } from '../authority/practice.ts';
import type { Ages } from '../child/ages-at.ts';

/** What decides to whom a letter goes; null: nobody tells. `safeFor`: for whom it is recorded that the letter is safe to send. */
export interface LetterFacts {
  readonly ages: Ages | null;
  readonly livingIndependently: boolean | null;
  readonly safeFor: readonly Addressee[];
}

/** To whom a letter goes by the authority's own rule, and to whom it may not go yet; or why that cannot be said. */
export type LetterAdvice =
  | { readonly state: 'SEND'; readonly to: readonly Addressee[]; readonly notYetSafe: readonly Addressee[]; readonly rule: string }
  | { readonly state: 'UNDEFINED_IN_TEXT' | 'CANNOT_TELL'; readonly rule: string }
  | { readonly state: 'SILENT' };

/** Somerset 4.6: by age and independence; a Mosaic authority: to the parent or carer, once it is recorded as safe. */
export function letterTo(facts: LetterFacts, { figures }: Pick<Practice, 'figures'>): LetterAdvice {
  const rule = figures.letter;
  if (rule === null) {
    return { state: 'SILENT' };
  }
  const readings = new Set(possible(facts).map((child) => JSON.stringify(bandOf(rule.value, child)?.to ?? null)));
  const to = rule.value.bands.find((band) => readings.size === 1 && readings.has(JSON.stringify(band.to)))?.to ?? null;
  if (to === null) {
    return { state: readings.size === 1 ? 'UNDEFINED_IN_TEXT' : 'CANNOT_TELL', rule: rule.source };
  }
  return { state: 'SEND', to, notYetSafe: rule.value.safeToSendFirst ? to.filter((one) => !facts.safeFor.includes(one)) : [], rule: rule.source };
}

interface PossibleChild {
  readonly age: number;
  readonly livingIndependently: boolean;
}
/** An age of no child: where nothing is known of the age, every age is possible. */
const OLDEST = 18;

function possible({ ages, livingIndependently }: LetterFacts): PossibleChild[] {
  const { least, most } = ages ?? { least: 0, most: OLDEST };
  const living = livingIndependently === null ? [true, false] : [livingIndependently];
  return Array.from({ length: most - least + 1 }, (_, nth) => least + nth).flatMap((age) => living.map((alone) => ({ age, livingIndependently: alone })));
}

function bandOf({ bands }: FigureValue<'letter'>, child: PossibleChild): FigureValue<'letter'>['bands'][number] | undefined {
  return bands.find(
    ({ from, until, livingIndependently }) =>
      child.age >= from && (until === null || child.age < until) && (livingIndependently === null || livingIndependently === child.livingIndependently),
  );
}
