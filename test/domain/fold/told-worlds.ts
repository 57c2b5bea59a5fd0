import fc from 'fast-check';
import type { Decision, DecisionKind, DecisionPayloads } from '../../../src/domain/decision/decision.ts';
import type { Observation } from '../../../src/domain/observation/observation.ts';
import { textHash } from '../../../src/domain/redaction/text-hash.ts';
import { aDecision, DAY, NOW } from '../decision/a-decision.ts';
import { idOf, NORTHMERE, POLICE } from './a-world.ts';
import { attempt, HUB, intelligence, interview, KNOWN, offer, placementAgreement, riskAssessment, takenBack, toldOf } from './told-of-a-child.ts';

const [OFFER, INTERVIEW, ITEM] = [idOf(HUB, 'offer', 'O1'), idOf(HUB, 'interview', 'I1'), idOf(HUB, 'intelligence', 'X1')];
const HASH = toldOf([interview()]).interviews[0]?.contentHash ?? '';
/** Northmere's two children, of whom the police may know one by records of their own. */
const child = fc.constantFrom('C', '0');
const revision = fc.integer({ min: 1, max: 3 });

interface Said {
  readonly child: string;
  readonly revision: number;
  readonly second: boolean;
  readonly of: boolean;
}
const MAKE = {
  offer: ({ child, revision }: Said) => offer({ child, revision }),
  attempt: ({ child, revision }: Said) => attempt({ child, revision }),
  intelligence: ({ child, revision, of }: Said) => {
    // Its last version names somebody who stands in the approved text.
    const namedPeople = revision === 3 ? [{ name: 'Hungry Madeup', category: 'SUSPECT', grade: null, reviewOn: '2027-01-01' } as const] : [];
    return intelligence({ child, revision, says: { interview: of ? INTERVIEW : null, namedPeople } });
  },
  riskAssessment: ({ child, revision }: Said) => riskAssessment({ child, revision }),
  placementAgreement: ({ child, revision }: Said) => placementAgreement({ child, revision }),
  interview: ({ child, revision, second, of }: Said) => {
    const answers = { reasons: revision === 3 ? 'She was with Jay.' : 'She was cold.' };
    return interview({ child, revision, key: second ? 'I2' : 'I1', says: { offer: of ? OFFER : null, answers } });
  },
} as const;
const MAY_GO: readonly string[] = ['interview', 'riskAssessment'];

/** What the service states of its offers, interviews and intelligence; now and then under the other child, or taken back. */
const statement: fc.Arbitrary<Observation> = fc
  .record({ child, revision, kind: fc.constantFrom('offer', 'attempt', 'interview', 'intelligence', 'riskAssessment', 'placementAgreement'), taken: fc.boolean(), second: fc.boolean(), of: fc.boolean() })
  .map(({ kind, taken, ...said }) => {
    const made = MAKE[kind](said);
    return taken && MAY_GO.includes(kind) ? takenBack(made) : made;
  });

type Kinds = { readonly [K in DecisionKind]: fc.Arbitrary<Partial<DecisionPayloads[K]>> };
const times = { from: fc.constantFrom(NOW, NOW + DAY), until: fc.constantFrom(null, NOW + DAY, NOW + 2 * DAY) };
const people = fc.subarray(['ann@northmere', 'bea@northmere', 'sue@northmere', 'pc@mereshire']);
const PAYLOADS: Partial<Kinds> = {
  AGREEMENT: fc.record({ topic: fc.constantFrom('ALL', 'HEALTH'), state: fc.constantFrom('GIVEN', 'GIVEN', 'REFUSED', 'WITHDRAWN') }),
  SHARING: fc.record({ decision: fc.constantFrom('SHARE', 'SHARE', 'WITHHOLD'), level: fc.constantFrom('REDACTED', 'FULL') }),
  OVERRIDE: fc.record({ until: fc.constantFrom(NOW + 60_000, NOW + DAY) }),
  REDACTION: fc.constant({ madeFrom: HASH }),
  REDACTION_APPROVAL: fc.constant({ madeFrom: HASH, textHash: textHash('She was cold and hungry.') }),
  RESTRICTION: fc.record({ restricted: fc.boolean(), admitted: people, excluded: people }),
  ASSIGNMENT: fc.record(times),
  RELATIONSHIP: fc.record({ ...times, relationship: fc.constantFrom('SOCIAL_WORKER', 'DECISION_MAKER', 'CP_COORDINATOR', 'ADDED_FORCE'), confirmed: fc.boolean() }),
  PARENT: fc.record({ safeToInform: fc.constantFrom('YES', 'NO'), livesIndependently: fc.boolean() }),
  EMERGENCY: fc.constant({}),
  GRADE: fc.record({ handling: fc.constantFrom('P', 'C'), area: fc.constantFrom(null, 'southvale') }),
  FINALISED: fc.record({ finalised: fc.boolean() }),
};
const ABOUT: Partial<Record<DecisionKind, readonly (string | null)[]>> = {
  RESTRICTION: [null, INTERVIEW, OFFER],
  ASSIGNMENT: [null],
  RELATIONSHIP: [null],
  PARENT: [null],
  EMERGENCY: [null],
  GRADE: [ITEM],
  FINALISED: [idOf(POLICE, 'episode', 'M1')],
};

/** What people decide on them, in some revision of each matter. */
const decision: fc.Arbitrary<Decision> = fc.constantFrom(...(Object.keys(PAYLOADS) as DecisionKind[])).chain((kind) =>
  fc
    .record({
      payload: PAYLOADS[kind] ?? fc.constant({}),
      about: fc.constantFrom(...(ABOUT[kind] ?? [INTERVIEW])),
      child: child.map((key) => idOf(NORTHMERE, 'person', key)),
      revision,
      at: fc.constantFrom(NOW, NOW + 1, NOW + 60_000),
      person: fc.constantFrom('ann', 'bea'),
    })
    .map(({ payload, ...made }) => {
      const id = kind === 'REDACTION' ? 'redaction-1' : `${kind} ${made.child} ${String(made.about)} ${String(made.revision)}`;
      return aDecision(kind, payload, { ...made, id });
    }),
);

/** All that releases the interview to a home; what else is decided may undo it. */
const on = { child: idOf(NORTHMERE, 'person', 'C'), about: INTERVIEW, at: NOW };
const APPROVED: readonly Decision[] = [
  aDecision('REDACTION', { madeFrom: HASH }, { ...on, person: 'ann', revision: 2 }),
  aDecision('REDACTION_APPROVAL', { madeFrom: HASH, textHash: textHash('She was cold and hungry.') }, { ...on, person: 'bea', revision: 2 }),
];
const RELEASING: Readonly<Record<'NOTHING' | 'DECISION' | 'OVERRIDE', readonly Decision[]>> = {
  NOTHING: [],
  DECISION: [...APPROVED, aDecision('SHARING', {}, { ...on, revision: 2 }), aDecision('AGREEMENT', {}, { ...on, revision: 2 })],
  OVERRIDE: [...APPROVED, aDecision('OVERRIDE', {}, { ...on, revision: 2 })],
};

/** A world with what is told and decided in it: one decision of each id. */
export const toldWorld = fc
  .record({
    told: fc.array(statement, { maxLength: 12, size: 'max' }),
    decided: fc.array(decision, { maxLength: 12, size: 'max' }),
    releasing: fc.constantFrom('NOTHING' as const, 'DECISION' as const, 'OVERRIDE' as const),
  })
  .map(({ told, decided, releasing }) => {
    const decisions = [...decided, ...RELEASING[releasing]];
    return { said: [...KNOWN, ...told], decisions: [...new Map(decisions.map((each) => [each.id, each])).values()] };
  });
