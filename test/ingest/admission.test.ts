import { HubError } from '../../src/domain/errors.ts';
import { Admission, type AdmissionLimits } from '../../src/ingest/admission.ts';
import { createLog } from '../../src/logging/log.ts';
import { anIngest, type TestIngest } from './an-ingest.ts';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { aPoliceMessage } from './documents.ts';

const NORTHMERE = { agency: 'northmere', system: 'northmere-903', bytes: 100 };
const POLICE = { agency: 'mereshire-police', system: 'mereshire-compact', bytes: 100 };
const ROOM: AdmissionLimits = { waitingDocuments: 8, waitingBytes: 1_000_000, underWay: 8, underWayBytes: 4000 };

describe('who may send now', () => {
  let hub: TestIngest;
  beforeAll(async () => {
    hub = await anIngest();
  });
  afterEach(() => hub.clear());
  afterAll(() => hub.close());

  const admission = (limits: Partial<AdmissionLimits> = {}): Admission =>
    new Admission({ database: hub.services.database, log: createLog({ level: 'silent' }), limits: { ...ROOM, ...limits } });
  const heldOff = async (admitted: Promise<unknown>): Promise<unknown> => {
    const error = await admitted.then(() => null, (reason: unknown) => reason);
    return error instanceof HubError ? [error.code, typeof error.details['retryAfter']] : error;
  };
  const BUSY = ['BUSY', 'number'];

  it('is told when to come again while a quarter of the door is its own bodies, and comes in when one has left', async () => {
    const door = admission();
    const first = await door.admit(NORTHMERE);
    await door.admit(NORTHMERE);
    expect(await heldOff(door.admit(NORTHMERE))).toEqual(BUSY);

    first();
    first();
    await door.admit(NORTHMERE);
    expect(await heldOff(door.admit(NORTHMERE))).toEqual(BUSY);
  });

  it('is let in although another source fills its share', async () => {
    const door = admission();
    await door.admit(NORTHMERE);
    await door.admit(NORTHMERE);

    await expect(door.admit(POLICE)).resolves.toBeInstanceOf(Function);
  });

  it('may bring one large document, but no second beside it', async () => {
    const door = admission();
    await door.admit({ ...NORTHMERE, bytes: 3900 });

    expect(await heldOff(door.admit(NORTHMERE))).toEqual(BUSY);
    await expect(door.admit(POLICE)).resolves.toBeInstanceOf(Function);
    expect(await heldOff(door.admit({ ...POLICE, bytes: 2000 }))).toEqual(BUSY);
  });

  it('is held off while what it sent is not read, and let in when it is', async () => {
    const door = admission();
    await hub.receive({ bytes: aPoliceMessage() });
    (await door.admit(POLICE))();
    await hub.receive({ bytes: aPoliceMessage({ MessageId: 'M-9', MisperId: 'MP-9' }) });

    expect(await heldOff(door.admit(POLICE))).toEqual(BUSY);
    (await door.admit(NORTHMERE))();
    await takeWaiting(hub.services);
    await expect(door.admit(POLICE)).resolves.toBeInstanceOf(Function);
  });

  it('is held off by bytes as well, of its own and of all', async () => {
    await hub.receive({ bytes: aPoliceMessage() });

    expect(await heldOff(admission({ waitingBytes: 400 }).admit(POLICE))).toEqual(BUSY);
    expect(await heldOff(admission({ waitingBytes: 400 }).admit(NORTHMERE))).toEqual(BUSY);
  });

  it('keeps no place for whom it held off', async () => {
    const door = admission({ waitingDocuments: 0 });
    await heldOff(door.admit(NORTHMERE));
    await heldOff(door.admit(NORTHMERE));
    await heldOff(door.admit(NORTHMERE));

    expect(await heldOff(door.admit(NORTHMERE))).toEqual(BUSY);
    expect((await door.admit(NORTHMERE).catch((error: unknown) => error)) as HubError).toMatchObject({ details: { retryAfter: 15 } });
  });
});
