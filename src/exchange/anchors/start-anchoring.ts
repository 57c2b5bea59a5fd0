import { lookAgain, type Looking } from '../../store/jobs/look-again.ts';
import type { AnchoringServices } from './ask-partner.ts';
import { anchorWithPartners } from './send-anchors.ts';

/** Sends each partner the newest head once a day: after every interval it is looked for whom it is due. Whom it did not reach is sent it at the next look; stopped, it waits for no partner any more. */
export function startAnchoring(services: AnchoringServices, { intervalMs }: { readonly intervalMs: number }): Looking {
  return lookAgain({
    async look(signal) {
      await anchorWithPartners(services, { dueOnly: true, signal });
      return null;
    },
    failed: (error) => {
      services.log.error('partner-anchor-failed', {}, error);
    },
    intervalMs,
    atOnce: false,
  });
}
