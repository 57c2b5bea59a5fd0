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

/**
 * The clocks of a practice where an authority says itself after how many hours missing it holds a strategy discussion: as
 * long as it says, and none where it says nothing. One that runs as long as before keeps its paragraph.
 */
export function strategyClocks(named: readonly Clock[], { lookedAfterHours, missingHours }: StrategyTriggers, source: string): Clock[] {
  const stated = [
    { of: 'LOOKED_AFTER', length: lookedAfterHours },
    { of: 'EVERY_CHILD', length: missingHours },
  ] as const;
  const own = stated.flatMap(({ of, length }): Clock[] => {
    const same = named.find((clock) => clock.id === STRATEGY.id && clock.of === of && clock.length === length);
    return length === null ? [] : [same ?? { ...STRATEGY, of, length, source }];
  });
  const place = named.findIndex(({ id }) => id === STRATEGY.id);
  const others = named.filter(({ id }) => id !== STRATEGY.id);
  return place < 0 ? [...others, ...own] : [...others.slice(0, place), ...own, ...others.slice(place)];
}
