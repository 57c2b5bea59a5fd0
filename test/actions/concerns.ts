import { randomUUID } from 'node:crypto';
import { acknowledgeConcern, type AcknowledgeConcern, type Answered } from '../../src/actions/acknowledge-concern.ts';
import type { Acted } from '../../src/actions/action-services.ts';
import { raiseConcern, type RaiseConcern } from '../../src/actions/raise-concern.ts';
import type { Row } from '../../src/gate/read-request.ts';
import { fields } from '../gate/a-gate.ts';
import type { DecidingHub } from './a-deciding-hub.ts';
import { toldOf } from './an-alert.ts';
import { actor } from './some-people.ts';

const WANTED = {
  Concern: fields('id', 'concern', 'words', 'risk', 'interview', 'addressed', 'answeredBy', 'action', 'owner', 'givenName', 'familyName', 'dateOfBirth', 'placementName', 'revision'),
};
const operation = { name: 'ATest', hash: 'a hash' };

/** Ren heard of harm, unless a test says otherwise. */
export function raise(hub: DecidingHub, { as = 'ren', ...changed }: Partial<RaiseConcern> & { readonly as?: string } = {}): Promise<Acted> {
  const input: RaiseConcern = { key: randomUUID(), child: hub.child, concern: 'HARM_DISCLOSED', words: 'Invented words of harm.', risk: 'HIGH', ...changed };
  return raiseConcern(hub.services, actor(as), input, hub.now);
}

/** Sal answers it, unless a test says who does. */
export function answer(hub: DecidingHub, concern: string, { as = 'sal', ...changed }: Partial<AcknowledgeConcern> & { readonly as?: string } = {}): Promise<Answered> {
  const due = new Date(hub.now + 3_600_000).toISOString();
  const input: AcknowledgeConcern = { key: randomUUID(), concern, revision: 1, action: 'Visit her today.', owner: 'sia@northmere', due, ...changed };
  return acknowledgeConcern(hub.services, actor(as), input, hub.now);
}

/** A concern as somebody reads it now; null where there is none for them. */
export function readConcern(hub: DecidingHub, who: string, id: string): Promise<Row | null> {
  return hub.gate.row(actor(who).viewer, { root: { name: 'concern', id }, wanted: WANTED, operation, now: hub.now });
}

/** Concerns nobody has answered, as somebody reads them now. */
export async function waiting(hub: DecidingHub, who: string): Promise<unknown[]> {
  const rows = await hub.gate.rows(actor(who).viewer, { root: { name: 'concerns' }, wanted: { Concern: fields('id') }, operation, now: hub.now });
  return rows.map(({ id }) => id);
}

/** What is somebody's to do now. */
export function ownActions(hub: DecidingHub, who: string): Promise<readonly Row[]> {
  const wanted = { CaseAction: fields('id', 'what', 'owner', 'state', 'outcome', 'comesFrom', 'overdue', 'revision') };
  return hub.gate.rows(actor(who).viewer, { root: { name: 'ownActions' }, wanted, operation, now: hub.now });
}

/** The kinds of what somebody is told first now. */
export async function toldNow(hub: DecidingHub, who: string): Promise<unknown[]> {
  return (await toldOf(hub, who, hub.now)).map(({ kind }) => kind).sort();
}
