import type pg from 'pg';
import { canonicalJson } from '../../../src/domain/observation/canonical-json.ts';
import { hubKeysOf } from '../../../src/exchange/hub-keys.ts';
import { verifyReceipt } from '../../../src/exchange/verify-receipt.ts';
import { connectClient } from '../../../src/store/connection.ts';
import type { FaultDatabase } from '../fault-run.ts';
import type { Recorded } from './exchange-work.ts';
import type { Arrival } from './faulty-network.ts';
import { FROM_HOST, HOST } from './two-directories.ts';

/** What is looked at when all is over. */
export interface ToJudge {
  readonly sending: FaultDatabase;
  readonly receiving: FaultDatabase;
  readonly recorded: ReadonlyMap<string, Recorded>;
  /** What the coordinator's list has of what was withdrawn when it had left. */
  readonly listed: ReadonlySet<string>;
  readonly arrivals: readonly Arrival[];
  /** The public halves of both hubs. */
  readonly keys: readonly object[];
}

/** A transmission as the host's database has it. */
export interface Sent {
  readonly id: string;
  readonly act: string;
  readonly record: string;
  readonly state: string;
  readonly holds: readonly string[];
  readonly fault: string | null;
  readonly tries: number;
  readonly tooLate: boolean;
  /** Milliseconds from making it to its receipt. */
  readonly took: number | null;
  readonly receipt: object | null;
  /** In their order. */
  readonly events: readonly string[];
  /** How often its coordinator was told that it was withdrawn when it had left. */
  readonly told: number;
}

/** What is wrong, each by ids alone. */
export interface Judgement {
  readonly sent: readonly Sent[];
  /** Interviews of which there is not exactly one first transmission. */
  readonly unmade: readonly string[];
  /** Transmissions that came to no end, or to one that nothing in the run calls for. */
  readonly lost: readonly string[];
  /** Acknowledged, and not once at the receiver; or there and never acknowledged as it should be. */
  readonly notOnce: readonly string[];
  /** The receiver's picture says other words than the host's. */
  readonly otherWords: readonly string[];
  /** Left after they were withdrawn. */
  readonly leftAfterwards: readonly string[];
  /** Withdrawn when they had left, and not listed, or not told of once. */
  readonly unlisted: readonly string[];
  /** Receipts that do not hold by public keys alone. */
  readonly unproven: readonly string[];
}

const SENT = `select t.id, t.act, t.records[1] as record, t.state, t.holds, t.fault, t.withdrawn_too_late as "tooLate",
  (extract(epoch from t.acknowledged_at - t.made_at) * 1000)::float8 as took,
  case when t.received is not null then json_build_object('receipt', 1, 'sent', t.sent, 'received', t.received) end as receipt,
  (select count(*)::integer from transmission_event e where e.transmission = t.id and e.event = 'LEASED') as tries,
  (select coalesce(json_agg(e.event order by e.number), '[]') from transmission_event e where e.transmission = t.id) as events,
  (select count(*)::integer from briefing_notice n where n.about = t.id and n.kind = 'TRANSMISSION_TOO_LATE' and 'HUB_COORDINATOR:${HOST.agency}' = any (n."to")) as told
  from transmission t order by t.made_at, t.id`;
const HELD = `select distinct m.transmission as id from received_message m join source_document d on d.id = any (m.documents) where d.state = 'TAKEN'`;
/** The interviews of the picture by the key they came under, however many rows show one. */
const SHOWN = `select r.key, array_agg(f.reasons) as reasons from record r join interview i on r.id = any (i.record_ids) join interview_full f on f.id = i.id
  where r.kind = 'interview' and r.system = '${FROM_HOST}' group by r.key`;

/** Looks at both databases past every wall, and says what is not as it should be. */
export async function exchangeJudged(judging: ToJudge): Promise<Judgement> {
  const sent = await rowsOf<Sent>(judging.sending, SENT);
  const held = new Set((await rowsOf<{ id: string }>(judging.receiving, HELD)).map(({ id }) => id));
  const shown = new Map((await rowsOf<{ key: string; reasons: readonly string[] }>(judging.receiving, SHOWN)).map(({ key, reasons }) => [key, reasons]));
  const first = Map.groupBy(sent.filter(({ act }) => act === 'assert'), ({ record }) => record);
  const acknowledged = sent.filter(({ state }) => state === 'ACKNOWLEDGED');
  return {
    sent,
    unmade: [...new Set([...judging.recorded.keys(), ...first.keys()])].filter((id) => first.get(id)?.length !== 1 || !judging.recorded.has(id)),
    lost: idsOf(sent.filter((one) => !isEnded(one, judging.recorded))),
    notOnce: [...idsOf(acknowledged.filter(({ id, record }) => !held.has(id) || shown.get(record)?.length !== 1)), ...[...shown].filter(([, reasons]) => reasons.length !== 1).map(([key]) => key), ...[...held].filter((id) => !sent.some((one) => one.id === id && one.events.includes('SENT')))],
    otherWords: [...judging.recorded.values()].filter(({ id, words, withdrawnAt }) => withdrawnAt === null && shown.get(id)?.[0] !== words).map(({ id }) => id),
    leftAfterwards: leftAfterwards(sent, judging),
    unlisted: idsOf(sent.filter(({ id, events, tooLate, told }) => (wasTooLate(events) ? !tooLate || told !== 1 || !judging.listed.has(id) : tooLate || told > 0))),
    unproven: await unproven(acknowledged, judging.keys),
  };
}

const idsOf = (sent: readonly Sent[]): string[] => sent.map(({ id }) => id);

/** Acknowledged, or held because somebody of the run withdrew it: nothing else in a run ends a transmission. */
function isEnded({ state, holds, record }: Sent, recorded: ToJudge['recorded']): boolean {
  return state === 'ACKNOWLEDGED' || (state === 'HELD' && holds.includes('WITHDRAWN') && typeof recorded.get(record)?.withdrawnAt === 'number');
}

/** By the order in which the host committed, and by when whoever withdrew it had the answer. */
function leftAfterwards(sent: readonly Sent[], { recorded, arrivals }: ToJudge): string[] {
  const committed = sent.filter(({ events }) => events.includes('WITHDRAWN') && events.lastIndexOf('SENT') > events.indexOf('WITHDRAWN'));
  const withdrawnAt = new Map(sent.map(({ id, record }) => [id, recorded.get(record)?.withdrawnAt ?? Infinity]));
  const arrived = arrivals.filter(({ transmission, saidAt }) => saidAt > (withdrawnAt.get(transmission) ?? Infinity));
  return [...new Set([...idsOf(committed), ...arrived.map(({ transmission }) => transmission)])];
}

const wasTooLate = (events: readonly string[]): boolean => events.includes('SENT') && events.indexOf('SENT') < events.indexOf('WITHDRAWN');

/** Read as anybody could who has the file and the public keys. */
async function unproven(acknowledged: readonly Sent[], jwks: readonly object[]): Promise<string[]> {
  const keys = hubKeysOf(jwks);
  const read = await Promise.all(acknowledged.map(async ({ id, receipt }) => ({ id, flaws: (await verifyReceipt(`${canonicalJson(receipt)}\n`, keys)).flaws })));
  return read.filter(({ flaws }) => flaws.length > 0).map(({ id }) => id);
}

async function rowsOf<R extends pg.QueryResultRow>({ superuserUrl }: FaultDatabase, query: string): Promise<readonly R[]> {
  const client = await connectClient(superuserUrl);
  try {
    return (await client.query<R>(query)).rows;
  } finally {
    await client.end();
  }
}
