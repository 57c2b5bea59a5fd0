import { unreadChain } from '../directory/unread-chain.ts';
import { ANSWER_WITHIN } from '../domain/authority/duty.ts';
import type { Risk } from '../domain/observation/observation.ts';
import { UNREAD_NOTICE, unreadInWords } from '../domain/workflow/unread-notice.ts';
import type { Writing } from '../store/database.ts';
import { raiseAlert } from '../store/write/alert-store.ts';
import type { SourceDocument } from '../store/write/document-store.ts';
import { moveAlert } from '../store/write/move-alert.ts';
import { countBehind, markUnreadTold, openUnread, sayUnread, untoldOf, type OpenUnread, type Untold } from '../store/write/unread-store.ts';
import type { IngestServices } from './ingest-services.ts';
import { COUNTS_AS_HIGH } from './shown-to.ts';

type Services = Pick<IngestServices, 'adapters' | 'directory' | 'clock'>;
type Source = Pick<SourceDocument, 'id' | 'adapter' | 'agency' | 'system'>;

/**
 * A missing child whose message could not be read is still missing: it comes before the duty of every agency that is shown the
 * refused message, until one of the agency has read it or it is settled. Further messages of the same source join what the
 * agency has not answered yet, unless they cannot wait as long. An extract says again what is long known.
 */
export async function alertOfUnread(em: Writing, services: Services, source: Source): Promise<void> {
  if (services.adapters.get(source.adapter)?.manifest.order !== 'sentAt') {
    return;
  }
  const at = services.clock();
  const untold = await untoldOf(em, source.id, at);
  const waiting = untold.length === 0 ? [] : await openUnread(em, source);
  // By then they count among those that what is raised or waits stands for.
  await markUnreadTold(em, untold.map(({ id }) => id), at);
  for (const agency of new Set(untold.flatMap(({ shownTo }) => shownTo))) {
    const [gravest] = untold.filter(({ shownTo }) => shownTo.includes(agency)).toSorted((one, other) => minutesOf(one) - minutesOf(other));
    if (gravest !== undefined) {
      await tell(em, services, { agency, gravest, joined: waiting.find((one) => one.agency === agency && minutesOf(one) <= minutesOf(gravest)), at });
    }
  }
}

interface Telling {
  readonly agency: string;
  readonly gravest: Untold;
  /** What the agency has not answered of the same source and that can wait no longer. */
  readonly joined: OpenUnread | undefined;
  readonly at: number;
}

/** What nobody of the whole chain has answered in its time rings again, for all that it stands for. */
async function tell(em: Writing, { directory }: Services, { agency, gravest, joined, at }: Telling): Promise<void> {
  const chain = unreadChain(directory(), { agency, risk: riskOf(gravest) }, at);
  if (joined !== undefined && (joined.until > at || chain.length === 0)) {
    await sayUnread(em, { alert: joined.alert, text: unreadInWords(await countBehind(em, joined.alert)) });
  } else if (joined !== undefined) {
    const text = unreadInWords(await countBehind(em, joined.alert));
    await moveAlert(em, { ...UNREAD_NOTICE, text, child: null, about: joined.about, raisedAt: joined.raisedAt }, { ended: [joined], chains: [chain], passed: 0, now: at });
  } else if (chain.length > 0) {
    const alert = await raiseAlert(em, { ...UNREAD_NOTICE, child: null, about: gravest.id, chain, raisedAt: at });
    await sayUnread(em, { alert, text: unreadInWords(await countBehind(em, alert)) });
  }
}

const riskOf = ({ messageKind, risk }: Pick<Untold, 'messageKind' | 'risk'>): Risk | null => (COUNTS_AS_HIGH.has(messageKind ?? '') ? 'HIGH' : risk);
/** Within how many minutes it is to be answered. */
const minutesOf = (unread: Pick<Untold, 'messageKind' | 'risk'>): number => ANSWER_WITHIN[riskOf(unread) ?? 'HIGH'];
