import { checkStrategy } from '../domain/briefing/strategy-check.ts';
import { endsOfMissing, hoursMissing } from '../domain/briefing/hours-missing.ts';
import { strategyFacts } from '../store/write/strategy-facts.ts';
import type { Scene } from './perform.ts';
import type { Seen } from './see-row.ts';

/** What in the practice of the responsible authorities asks for a strategy discussion on this episode now, in words. */
export async function strategyGrounds({ em, services, now }: Scene, { id, facts: { responsible } }: Seen<'Episode'>): Promise<string[]> {
  const facts = await strategyFacts(em, id, now);
  if (facts === null) {
    return [];
  }
  const { since, lookedAfter, starts, held, risk } = facts;
  const missing = hoursMissing(since, now, endsOfMissing(facts));
  const triggers = responsible.flatMap((authority) => services.directory().agencies.get(authority)?.strategy ?? []);
  return [...new Set(triggers.flatMap((each) => checkStrategy(each, { lookedAfter, missing, risk, starts, held, now }).reasons))];
}
