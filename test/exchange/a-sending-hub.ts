import { randomUUID } from 'node:crypto';
import { MINUTE } from '../../src/domain/interval/durations.ts';
import { runTransmission } from '../../src/exchange/run-transmission.ts';
import { sweepTransmissions } from '../../src/exchange/sweep-transmissions.ts';
import type { TransmittingServices } from '../../src/exchange/transmitting-services.ts';
import { asWriter } from '../../src/store/database.ts';
import { addTransmission, NO_TIME_OWED, type NewTransmission } from '../../src/store/write/transmissions/add-transmission.ts';
import { happen, type Happens } from '../../src/store/write/transmissions/happen.ts';
import { aDecidingHub, anInterview, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { aNetwork, type Network } from './a-network.ts';

/** A transmission as the tests look at it. */
export interface Stands {
  readonly state: string;
  readonly holds: readonly string[];
  readonly tries: number;
  readonly fault: string | null;
  readonly withdrawnTooLate: boolean;
}

/** A hub that sends Wrenna's interview to Westhaven, with a clock the test moves and a network it rules. */
export interface SendingHub extends DecidingHub {
  readonly network: Network;
  readonly transmitting: TransmittingServices;
  /** What the worker logged. */
  readonly said: string[];
  /** Makes one and answers its id. */
  sends(changed?: Partial<NewTransmission>): Promise<string>;
  happens(id: string, happens: Omit<Happens, 'id' | 'at' | 'by'>): Promise<boolean>;
  run(id: string): Promise<void>;
  sweep(): Promise<void>;
  stands(id: string): Promise<Stands>;
  events(id: string): Promise<string[]>;
  later(minutes: number): void;
}

export async function aSendingHub(): Promise<SendingHub> {
  const hub = await aDecidingHub();
  const network = aNetwork();
  const said: string[] = [];
  const log = { info: (event: string) => said.push(event), warn: (event: string) => said.push(event), error: (event: string) => said.push(event) };
  const transmitting: TransmittingServices = { database: hub.services.database, deliver: network, clock: () => hub.now, log };
  const interview = await anInterview(hub);
  return Object.assign(hub, {
    network,
    transmitting,
    said,
    async sends(changed: Partial<NewTransmission> = {}) {
      const id = randomUUID();
      await asWriter(hub.services.database, (em) => addTransmission(em, { ...aTransmission(hub, interview.id), id, ...changed }));
      return id;
    },
    happens: (id: string, happens: Omit<Happens, 'id' | 'at' | 'by'>) => asWriter(hub.services.database, async (em) => (await happen(em, { ...happens, id, at: hub.now, by: 'nia@northmere' })) !== null),
    run: (id: string) => runTransmission(transmitting, id),
    sweep: () => sweepTransmissions(transmitting),
    async stands(id: string) {
      const [row] = await hub.ingest.rows<Stands>(`select state, holds, tries, fault, withdrawn_too_late as "withdrawnTooLate" from transmission where id = '${id}'`);
      return row ?? { state: '', holds: [], tries: 0, fault: null, withdrawnTooLate: false };
    },
    async events(id: string) {
      const rows = await hub.ingest.rows<{ event: string }>(`select event from transmission_event where transmission = '${id}' order by number`);
      return rows.map(({ event }) => event);
    },
    later(minutes: number) {
      hub.now += minutes * MINUTE;
    },
  });
}

/** Wrenna's interview from Northmere to Westhaven, released. */
function aTransmission({ child, now }: DecidingHub, interview: string): NewTransmission {
  return {
    id: randomUUID(),
    matter: 'INTERVIEW',
    act: 'assert',
    corrects: null,
    records: [interview],
    child,
    from: 'northmere',
    to: 'westhaven',
    recipient: 'HUB_COORDINATOR:westhaven',
    channel: 'westhavens-hub',
    decision: null,
    because: 'PLACEMENT_AGREEMENT',
    revision: 1,
    deadline: NO_TIME_OWED,
    by: 'homeward',
    released: true,
    at: now,
  };
}
