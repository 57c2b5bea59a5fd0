import type { StrategyTriggers } from '../authority/strategy-triggers.ts';
import type { Clock } from './clock.ts';

/** Until the discussion is held, or the child is missing no more: located, or back. */
const STRATEGY: Omit<Clock, 'of' | 'length' | 'source'> = {
  id: 'STRATEGY',
  start: 'MISSING_STARTED',
  stops: ['STRATEGY_MEETING', 'LOCATED', 'RETURNED'],
  calendar: 'ELAPSED_HOURS',
  againUntil: null,
  aim: false,
  flag: null,
};

/** No text says by when. */
export const AT_RISK_FLAG = 'by when the text does not say: read as on the day on which the risk is graded so';
const AT_RISK: Omit<Clock, 'source'> = { ...STRATEGY, id: 'STRATEGY_AT_RISK', of: 'EVERY_CHILD', start: 'RISK_REACHED', length: 0, calendar: 'DAYS', flag: AT_RISK_FLAG };

/**
 * The clocks of a practice where an authority says itself after how many hours missing, and at which risk, it holds a strategy discussion: as
 * long as it says, and none where it says nothing. One that runs as long as before keeps its paragraph.
 */
export function strategyClocks(named: readonly Clock[], { lookedAfterHours, missingHours, atRisk }: StrategyTriggers, source: string): Clock[] {
  const stated = [
    { of: 'LOOKED_AFTER', length: lookedAfterHours },
    { of: 'EVERY_CHILD', length: missingHours },
  ] as const;
  const own = stated.flatMap(({ of, length }): Clock[] => {
    const same = named.find((clock) => clock.id === STRATEGY.id && clock.of === of && clock.length === length);
    return length === null ? [] : [same ?? { ...STRATEGY, of, length, source }];
  });
  const all = [...own, ...(atRisk === null ? [] : [{ ...AT_RISK, source }])];
  const place = named.findIndex(({ id }) => id === STRATEGY.id);
  const others = named.filter(({ id }) => id !== STRATEGY.id && id !== AT_RISK.id);
  return place < 0 ? [...others, ...all] : [...others.slice(0, place), ...all, ...others.slice(place)];
}
