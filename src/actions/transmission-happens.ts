import { HubError } from '../domain/errors.ts';
import { personAt } from '../domain/sharing/audience.ts';
import type { ActionName } from '../policy/action-rules.ts';
import { happen, type Happened, type Happens } from '../store/write/transmissions/happen.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { perform, type Scene } from './perform.ts';
import { seeToAct } from './see-row.ts';

/** What somebody says of a transmission of their own agency. */
interface SaysOf {
  readonly action: ActionName;
  readonly actor: Actor;
  readonly input: { readonly key: string; readonly id: string };
  readonly reason: string | null;
  readonly now: number;
  readonly event: Pick<Happens, 'event' | 'code' | 'despiteWithdrawal'>;
  /** What it says where this cannot happen to it any more. */
  readonly cannot: string;
}

/** Lets a person say what is to become of a transmission their agency sends; what cannot happen any more is refused. */
export function transmissionHappens(services: ActionServices, says: SaysOf, then: (scene: Scene, happened: Happened) => Promise<readonly string[]>): Promise<Acted> {
  const { action, actor, input, reason, now, event, cannot } = says;
  return perform(services, { action, kind: 'DECISION', actor, input, key: input.key, reason, now }, async (scene) => {
    const row = await seeToAct(scene, 'Transmission', input.id);
    const happened = await happen(scene.em, { ...event, id: row.id, at: now, by: personAt(actor.viewer.person, actor.viewer.agency) });
    if (happened === null) {
      throw new HubError('BAD_INPUT', cannot);
    }
    return { id: row.id, child: row.child, revision: 1, warnings: await then(scene, happened) };
  });
}
