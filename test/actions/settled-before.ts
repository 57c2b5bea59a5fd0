import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { recordCaseRecord, type RecordCaseRecord } from '../../src/actions/record-case-record.ts';
import { recordPlacementAgreement, type RecordPlacementAgreement } from '../../src/actions/record-placement-agreement.ts';
import type { DecidingHub } from './a-deciding-hub.ts';
import { actor } from './some-people.ts';

/** A hub with its one child's episode. */
type HubOfOneReturn = DecidingHub & { readonly episode: string };

const WHOLE = { hostAuthority: 'southvale', hostOfficer: 'Sue Example', hostContact: '01632 960901', whoInterviews: 'southvale, by somebody independent', resultHow: 'by post', resultBy: 'in a week' } as const;

/** Records what Northmere and Southvale agreed for Wrenna's placement, in every part of it but what a test says otherwise. */
export function agreeing(hub: DecidingHub, changed: Partial<RecordPlacementAgreement> = {}, who = 'nia'): Promise<Acted> {
  return recordPlacementAgreement(hub.services, actor(who), { key: randomUUID(), child: hub.child, from: '2025-11-01', ...WHOLE, ...changed }, hub.now);
}

/** Records how she is reached safely. */
export function sayingHowSafe(hub: HubOfOneReturn, changed: Partial<RecordCaseRecord> = {}, who = 'sal'): Promise<Acted> {
  return recordCaseRecord(hub.services, actor(who), { key: randomUUID(), episode: hub.episode, record: 'SAFE_CONTACT', at: '2025-11-20T07:00:00Z', contact: { interpreter: 'NO' }, ...changed }, hub.now);
}

/** What is to be settled before anybody gets in touch is settled. */
export async function settled<Hub extends HubOfOneReturn>(hub: Hub): Promise<Hub> {
  await agreeing(hub);
  await sayingHowSafe(hub);
  return hub;
}
