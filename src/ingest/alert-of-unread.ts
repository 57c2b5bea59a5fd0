import { unreadChain } from '../directory/unread-chain.ts';
import { UNREAD_NOTICE } from '../domain/workflow/unread-notice.ts';
import type { Writing } from '../store/database.ts';
import { raiseAlert } from '../store/write/alert-store.ts';
import type { SourceDocument } from '../store/write/document-store.ts';
import { markUnreadTold, untoldOf, type Untold } from '../store/write/unread-store.ts';
import type { IngestServices } from './ingest-services.ts';
import { COUNTS_AS_HIGH } from './shown-to.ts';

type Services = Pick<IngestServices, 'adapters' | 'directory' | 'clock'>;

/**
 * A missing child whose message could not be read is still missing: it comes before the duty of every agency that is shown the
 * refused message, once an entry, until one of the agency has read it or it is settled. An extract says again what is long known.
 */
export async function alertOfUnread(em: Writing, services: Services, { id, adapter }: Pick<SourceDocument, 'id' | 'adapter'>): Promise<void> {
  if (services.adapters.get(adapter)?.manifest.order !== 'sentAt') {
    return;
  }
  const at = services.clock();
  const untold = await untoldOf(em, id, at);
  for (const entry of untold) {
    await tell(em, services, { entry, at });
  }
  await markUnreadTold(em, untold.map((entry) => entry.id), at);
}

async function tell(em: Writing, { directory }: Services, { entry, at }: { readonly entry: Untold; readonly at: number }): Promise<void> {
  const risk = COUNTS_AS_HIGH.has(entry.messageKind ?? '') ? 'HIGH' : entry.risk;
  const chains = entry.shownTo.map((agency) => unreadChain(directory(), { agency, risk }, at)).filter((chain) => chain.length > 0);
  for (const chain of chains) {
    await raiseAlert(em, { ...UNREAD_NOTICE, child: null, about: entry.id, chain, raisedAt: at });
  }
}
