import { SILENT_PRACTICE, type FigureName, type FigureValue, type Practice } from '../../../src/domain/authority/practice.ts';

/** An invented authority's practice: silent in everything but these figures. */
export function aPractice(figures: { readonly [N in FigureName]?: FigureValue<N> } = {}, clocks: Practice['clocks'] = []): Practice {
  const stated = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { value, source: `Invented ${name}`, flag: null }]));
  // Safe: each value stands under the name of its own figure.
  return { id: null, clocks, figures: { ...SILENT_PRACTICE.figures, ...(stated as Partial<Practice['figures']>) } };
}
