import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { findAdapters, formatsOf } from '../../src/compose.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { Channel } from '../../src/directory/exchange-directory.ts';
import { createDeliver } from '../../src/exchange/create-deliver.ts';
import type { DeliverServices } from '../../src/exchange/deliver-services.ts';
import type { Deliver, Prepared, ToDeliver } from '../../src/exchange/delivery.ts';
import type { Formats } from '../../src/exchange/format.ts';
import { previewOf } from '../../src/exchange/preview.ts';
import { recipientStands } from '../../src/exchange/outgoing/recipient-stands.ts';
import { createGate } from '../../src/gate/gate.ts';
import type { TransmissionSubject } from '../../src/store/write/transmissions/transmission-row.ts';
import { aDecidingHub, anInterview, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { aDirectoryOfPeople } from '../actions/some-people.ts';
import { gateParts } from '../gate/a-gate.ts';
import { aFolder } from '../support/a-folder.ts';
import { aPair, type HubPair } from './a-receipt.ts';

/** What is shared with every partner of these tests. */
export const SECRET = Buffer.alloc(32, 7);
/** The hub of Northmere, from which things go, and of Southvale, to which. */
export const NORTH: HubPair = aPair('hub-north', 'north-2025');
export const SOUTH: HubPair = aPair('hub-south', 'south-2025');

/** A folder for each agency that anything goes to. */
const folders = (agencies: readonly string[]): Channel[] =>
  agencies.map((agency) => ({ id: `to-${agency}`, kind: 'FOLDER', agency, folder: agency, adapter: agency.endsWith('police') ? 'police-intelligence' : 'authority-exchange', settings: null, system: null }));

/** The invented people with a hub of their own, which exchanges with whoever the tests need. */
export function anExchangingDirectory(...more: readonly Channel[]): Directory {
  const directory = aDirectoryOfPeople();
  const channels = [...folders([...directory.agencies.keys()]), ...more];
  return {
    ...directory,
    hub: { id: 'hub-north', name: 'The invented hub of Northmere' },
    hubs: new Map([['hub-south', { id: 'hub-south', name: 'The invented hub of Southvale', url: 'https://hub.south.example/', agencies: ['southvale'], keys: [SOUTH.jwk], secret: 'with-south' }]]),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    exchange: channels.map(({ id, agency }) => ({ from: null, agency, matters: ['INTERVIEW'], channel: id, within: null, automatic: false, refusals: true })),
    endpoints: [{ origin: 'https://hub.south.example', pathPrefix: '/', demonstration: false }],
  };
}

/** A hub with Wrenna's interview, that sends; nothing of it is played but the network. */
export interface DeliveringHub extends DecidingHub {
  readonly interviewId: string;
  readonly outbox: string;
  readonly delivering: DeliverServices;
  deliver(changed?: Partial<DeliverServices>): Deliver;
  /** Prepares her interview for somebody, with whatever is otherwise. */
  prepare(changed?: Partial<ToDeliver>): Promise<Prepared>;
  /** What the log of disclosures says, of one transmission or of all there is. */
  disclosed(transmission?: string): Promise<readonly { readonly actor: string; readonly agency: string; readonly role: string; readonly operation: string; readonly outcome: string; readonly body: string }[]>;
}

export async function aDeliveringHub(directory: () => Directory = anExchangingDirectory): Promise<DeliveringHub> {
  const hub = await aDecidingHub(directory);
  const folder = aFolder();
  const { database } = hub.ingest.services;
  const interview = await anInterview(hub);
  const formats: Formats = formatsOf(await findAdapters());
  const gate = createGate(gateParts({ database, hubUrl: '', ownerUrl: '', superuserUrl: '', close: () => Promise.resolve() }, { viewerStands: (viewer, { now }) => recipientStands(directory(), viewer, now) }));
  const delivering: DeliverServices = {
    database,
    gate,
    directory: () => Promise.resolve(directory()),
    formats,
    key: NORTH.key,
    secrets: new Map([['with-south', SECRET]]),
    outbox: path.join(folder.path, 'outbox'),
    mark: Buffer.alloc(32, 5),
    production: false,
    resolve: () => Promise.resolve([]),
    clock: () => hub.now,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined },
  };
  Object.assign(hub.services, { preview: (of: TransmissionSubject, now: number) => previewOf(delivering, of, now) });
  const deliver = (changed: Partial<DeliverServices> = {}): Deliver => createDeliver({ ...delivering, ...changed });
  return Object.assign(hub, {
    interviewId: interview.id,
    outbox: delivering.outbox,
    delivering,
    deliver,
    prepare: (changed: Partial<ToDeliver> = {}) => deliver().prepare({ ...toSouthvale(hub, interview.id), ...changed }),
    disclosed: (transmission = '') => hub.ingest.rows<{ actor: string; agency: string; role: string; operation: string; outcome: string; body: string }>(`select actor, agency, role, operation, outcome, body::text from disclosure where operation like '%${transmission}%'`),
    close: async () => {
      await hub.ingest.close();
      folder.remove();
    },
  });
}

/** Her interview to the authority in whose area she is placed. */
export function toSouthvale({ child, now }: Pick<DecidingHub, 'child' | 'now'>, interview: string): ToDeliver {
  return {
    id: randomUUID(),
    matter: 'INTERVIEW',
    act: 'assert',
    corrects: null,
    revision: 1,
    records: [interview],
    child,
    from: 'northmere',
    to: 'southvale',
    recipient: 'HUB_COORDINATOR:southvale',
    channel: 'to-southvale',
    decision: null,
    sentAt: now,
  };
}
