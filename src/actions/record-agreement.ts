import type { AgencyKind } from '../directory/directory.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { personAt, type Audience } from '../domain/sharing/audience.ts';
import { addNotice } from '../store/write/notice-store.ts';
import { holdBack } from '../store/write/transmissions/hold-back.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { agreementSaid, type AgreementAsked } from './agreement-said.ts';
import { decide } from './decide.ts';
import { decisionMakers } from './decision-makers.ts';
import type { Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { seeToAct, type Seen } from './see-row.ts';

/** What the child said when asked. */
export interface RecordAgreement extends AgreementAsked {
  readonly key: string;
  readonly interview: string;
  readonly revision: number;
}

/** The interviewer records what the child agreed to, or took back. */
export function recordAgreement(services: ActionServices, actor: Actor, input: RecordAgreement, now: number): Promise<Acted> {
  return performDecision(services, { action: 'recordAgreement', actor, input, now }, async (scene) => {
    const interview = await seeToAct(scene, 'ReturnInterview', input.interview);
    const { payload, matter } = agreementSaid(services.directory(), input, personAt(actor.viewer.person, actor.viewer.agency));
    const decided = await decide(scene, { kind: 'AGREEMENT', on: interview, about: interview, matter, revision: input.revision, payload });
    // A later no takes back like a withdrawal.
    if (payload.state === 'WITHDRAWN' || (payload.state === 'REFUSED' && decided.revision > 1)) {
      await tellDecisionMaker(scene, interview);
      await holdBackFor(scene, interview, payload);
    }
    return { ...decided, child: interview.child, warnings: [] };
  });
}

const KINDS: Readonly<Partial<Record<Audience, AgencyKind>>> = { PLACEMENT: 'PROVIDER', PARTNER: 'OTHER', POLICE: 'POLICE', HOST: 'AUTHORITY' };

/** What waits to be sent to those it was about does not go; a child who takes no part any more stops all of it. */
async function holdBackFor({ em, actor, services, now }: Scene, { records, facts }: Seen<'ReturnInterview'>, { aspect, audience, recipient }: DecisionPayloads['AGREEMENT']): Promise<void> {
  if (aspect === 'CHANNEL') {
    return;
  }
  const kind = audience === null ? undefined : KINDS[audience];
  const ofKind = [...services.directory().agencies.values()].filter((agency) => agency.kind === kind && !facts.responsible.includes(agency.id)).map(({ id }) => id);
  const to = aspect === 'TAKE_PART' ? null : recipient === null ? ofKind : [recipient];
  await holdBack(em, { records, to, by: personAt(actor.viewer.person, actor.viewer.agency), code: 'AGREEMENT_WITHDRAWN', at: now });
}

/** What was shared on the strength of it stops at once; somebody has to look at what was decided. */
async function tellDecisionMaker({ em, now }: Scene, interview: Seen<'ReturnInterview'>): Promise<void> {
  await addNotice(em, {
    to: decisionMakers(interview.facts),
    kind: 'AGREEMENT_WITHDRAWN',
    child: interview.person,
    about: interview.id,
    text: 'A child has withdrawn an agreement. Look at what is shared of the interview, and decide again.',
    visibleFrom: now,
    raisedAt: now,
  });
}
