import { demonstrationExchange } from '../../src/cli/demonstration/demonstration-exchange.ts';
import { demonstrationDirectoryWith } from '../../src/cli/demonstration/demonstration-directory.ts';
import type { PublicKeys } from '../../src/cli/demonstration/demonstration-hubs.ts';

/** What a hub prints by `keys publish`. */
export interface Published {
  readonly keys: readonly object[];
}

/** One of the two hubs: whose it is, and what it is called. */
export interface Side {
  readonly agency: 'northmere' | 'southvale';
  readonly hub: string;
  readonly port: number;
}

/** Southvale goes by Somerset's practice; Northmere by Kent's, whose own system takes Liberi's files. */
const OWN_WAYS = {
  southvale: {
    channels: '  - { id: own-system, kind: FOLDER, agency: southvale, folder: southvale/liberi, adapter: liberi, system: southvale-liberi, settings: { questions: { OFFICE: ignored } } }\n',
    entries: '  - { from: southvale, agency: southvale, matters: [INTERVIEW], channel: own-system, automatic: true }\n',
  },
  northmere: {
    channels: '  - { id: own-system, kind: FOLDER, agency: northmere, folder: northmere/liberi, adapter: liberi, system: northmere-liberi, settings: { questions: { OFFICE: ignored } } }\n',
    entries: '  - { from: northmere, agency: northmere, matters: [INTERVIEW], channel: own-system, automatic: true }\n',
  },
} as const;

/** The invented directory of one hub, before it knows the other: who it is. */
export function directoryAlone(own: Side, senders: PublicKeys): string {
  return directoryOf(senders, `hub: { id: ${own.hub}, name: The hub of ${own.agency} }\n`);
}

/** The same when the two have exchanged what each published: over which way what goes to whom, and by when. */
export function directoryWithPartner(own: Side, other: Side, { senders, published }: { readonly senders: PublicKeys; readonly published: Published }): string {
  const url = `http://localhost:${String(other.port)}`;
  const ways = OWN_WAYS[own.agency];
  const exchange = `hub: { id: ${own.hub}, name: The hub of ${own.agency} }
hubs: [{ id: ${other.hub}, name: The hub of ${other.agency}, url: "${url}/", agencies: [${other.agency}], keys: ${JSON.stringify(published.keys)}, secret: shared }]
endpoints: [{ origin: "${url}", pathPrefix: "/exchange/", demonstration: true }]
channels:
  - { id: to-partner, kind: HUB, agency: ${other.agency}, hub: ${other.hub} }
${ways.channels}exchange:
  - { from: ${own.agency}, agency: ${other.agency}, matters: [EPISODE, INTERVIEW], channel: to-partner, automatic: true, within: { length: 2, calendar: WORKING_DAYS, source: the invented placement agreement } }
${ways.entries}`;
  return directoryOf(senders, exchange).replace('systems:\n', `systems:\n  - { id: from-partner, agency: ${other.agency}, adapter: authority-exchange, hub: ${other.hub} }\n`);
}

const LIBERI = '  - { id: northmere-liberi, agency: northmere, adapter: liberi, settings: { questions: { OFFICE: ignored } } }\n';
const LIBERI_SENDER = '  - { id: northmere-liberi-client, name: Northmere Liberi sender, issuer: "https://demonstration.homeward.invalid", subject: northmere-liberi-client, roles: [{ role: INGEST_CLIENT, agency: northmere, system: northmere-liberi }] }\n';

/** Who does not answer for an alert within a minute has the next told: by its risk an authority gives itself longer, and here nobody would wait so long. */
const A_MINUTE = '{ HIGH: 1, MEDIUM: 1, LOW: 1, VERY_LOW: 1 }';

function directoryOf(senders: PublicKeys, exchange: string): string {
  return demonstrationDirectoryWith(senders)
    .replace('practice: birmingham', 'practice: kent')
    .replace(demonstrationExchange, exchange)
    .replace('systems:\n', `systems:\n${LIBERI}`)
    .replace('people:\n', `people:\n${LIBERI_SENDER}`)
    .replace('{ role: SENIOR_WORKER, hours: CORE_HOURS }', `{ role: SENIOR_WORKER, answerWithinMinutes: ${A_MINUTE} }`);
}
