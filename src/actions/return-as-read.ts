import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { factsOfReturns, type ReturnFamily } from '../store/write/read-return-facts.ts';
import type { StandingReturns } from '../store/write/read-return.ts';
import type { Scene } from './perform.ts';

/** Whether the actor reads one attribute of the row of this id. */
export type Reads = (id: string, attribute: string) => boolean;

/** What the actor reads of a child's rows of one family: a warning that is worked out of another would tell of it. */
export async function readsOf({ em, actor, now }: Scene, family: ReturnFamily, child: string): Promise<Reads> {
  const ability = abilityOf(actor.viewer);
  const rows = await factsOfReturns(em, family, { child, now });
  const readable = new Map(rows.map(({ id, facts }) => [id, readableAttributes(ability, family, facts)]));
  return (id, attribute) => readable.get(id)?.has(attribute) === true;
}

/** Offers and interviews as far as the actor reads them; who held one they read the notice of is told to nobody. */
export async function returnsAsRead(scene: Scene, child: string, { offers, interviews, ...standing }: StandingReturns): Promise<StandingReturns> {
  const [offer, interview] = [await readsOf(scene, 'Offer', child), await readsOf(scene, 'ReturnInterview', child)];
  return {
    ...standing,
    offers: offers.filter(({ id }) => offer(id, 'outcome')),
    interviews: interviews
      .filter(({ id }) => interview(id, 'state'))
      .map((one) => ({ ...one, interviewer: interview(one.id, 'interviewer') ? one.interviewer : null, ceScreen: one.ceScreen && interview(one.id, 'ceScreen'), departs: interview(one.id, 'departure') ? one.departs : null })),
  };
}
