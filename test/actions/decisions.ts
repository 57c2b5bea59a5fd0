import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { approveRedaction } from '../../src/actions/approve-redaction.ts';
import { decideSharing, type DecideSharing } from '../../src/actions/decide-sharing.ts';
import { overrideForSafeguarding, type OverrideForSafeguarding } from '../../src/actions/override-for-safeguarding.ts';
import { proposeRedaction, type ProposeRedaction } from '../../src/actions/propose-redaction.ts';
import { recordAgreement, type RecordAgreement } from '../../src/actions/record-agreement.ts';
import { hashOf, type DecidingHub } from './a-deciding-hub.ts';
import { actor } from './some-people.ts';

/** What a test sends otherwise, and as whom. */
type Changed<Input> = Partial<Input> & { readonly as?: string };

const HOME = { audience: 'PLACEMENT', recipient: 'larkfield' } as const;
export const TEXT = 'Wrenna would like to be asked before her room is changed.';

/** The child answers for the home, unless a test says for whom. */
export function agree(hub: DecidingHub, interview: string, { as = 'ren', ...changed }: Changed<RecordAgreement> = {}): Promise<Acted> {
  const input: RecordAgreement = {
    key: randomUUID(),
    interview,
    revision: 0,
    aspect: 'AUDIENCE',
    ...HOME,
    topic: 'ALL',
    state: 'GIVEN',
    understanding: 'Said it back in her own words.',
    ...changed,
  };
  return recordAgreement(hub.services, actor(as), input, hub.now);
}

/** The decision-maker shares with the home. */
export function share(hub: DecidingHub, interview: string, { as = 'sia', ...changed }: Changed<DecideSharing> = {}): Promise<Acted> {
  const input: DecideSharing = { key: randomUUID(), interview, revision: 0, ...HOME, decision: 'SHARE', level: 'REDACTED', ...changed };
  return decideSharing(hub.services, actor(as), input, hub.now);
}

/** The senior overrides for two hours, for the home. */
export function override(hub: DecidingHub, interview: string, { as = 'sal', ...changed }: Changed<OverrideForSafeguarding> = {}): Promise<Acted> {
  const until = new Date(hub.now + 2 * 3_600_000).toISOString();
  const input: OverrideForSafeguarding = { key: randomUUID(), interview, revision: 0, ...HOME, reason: 'An invented immediate concern.', until, childTold: 'Told.', ...changed };
  return overrideForSafeguarding(hub.services, actor(as), input, hub.now);
}

/** The return worker proposes a text for the home, made from the interview as it is now. */
export async function propose(hub: DecidingHub, interview: string, { as = 'ren', ...changed }: Changed<ProposeRedaction> = {}): Promise<Acted> {
  const contentHash = await hashOf(hub, interview);
  const input: ProposeRedaction = { key: randomUUID(), interview, revision: 0, ...HOME, text: TEXT, answers: ['firstTime'], contentHash, ...changed };
  return proposeRedaction(hub.services, actor(as), input, hub.now);
}

/** The trained senior approves a text. */
export function approve(hub: DecidingHub, redaction: string, { as = 'tess', revision = 1, confirmed = null }: { as?: string; revision?: number; confirmed?: readonly number[] | null } = {}): Promise<Acted> {
  return approveRedaction(hub.services, actor(as), { key: randomUUID(), redaction, revision, confirmed }, hub.now);
}
