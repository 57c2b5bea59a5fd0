import type { AnchoringServices } from './ask-partner.ts';
import { anchorWithPartners } from './send-anchors.ts';

/** A sender of heads in the background. */
export interface AnchoringDaily {
  /** Waits for no partner any more. */
  stop(): Promise<void>;
}

/** Sends each partner the newest head once a day: at every interval it is looked for whom it is due. Whom it did not reach is sent it at the next look. */
export function startAnchoring(services: AnchoringServices, { intervalMs }: { readonly intervalMs: number }): AnchoringDaily {
  const stopping = new AbortController();
  let underWay = Promise.resolve();
  const timer = setInterval(() => {
    underWay = underWay.then(() => anchorDue(services, stopping.signal));
  }, intervalMs);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await underWay;
    },
  };
}

/** A failure is not the end: who is due stays due. */
async function anchorDue(services: AnchoringServices, signal: AbortSignal): Promise<void> {
  try {
    await anchorWithPartners(services, { dueOnly: true, signal });
  } catch (error) {
    services.log.error('partner-anchor-failed', {}, error);
  }
}
