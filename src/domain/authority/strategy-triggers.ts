import type { Risk } from '../observation/observation.ts';

/** When an authority's own guidance asks for a strategy discussion; null where that guidance is silent. */
export interface StrategyTriggers {
  /** Hours missing after which a looked after child needs a strategy meeting (Somerset 5.2.2: 24). */
  readonly lookedAfterHours: number | null;
  /** Hours missing after which any child needs one (Birmingham: 72). */
  readonly missingHours: number | null;
  /** Episodes in a rolling 30 days, counting the missing starts, that ask for one (Birmingham: 3; the window is our reading). */
  readonly episodesIn30Days: number | null;
  /** The grades of risk at which a missing child needs one (Birmingham: by the level of risk; that this is HIGH is our reading). */
  readonly atRisk: readonly Risk[] | null;
}

/** The authority has told the hub nothing: every trigger is shown as silent, none is borrowed from a neighbour. */
export const SILENT: StrategyTriggers = { lookedAfterHours: null, missingHours: null, episodesIn30Days: null, atRisk: null };
