import { attributesOf, groupOf, FAMILIES, type Family } from '../../src/policy/attributes.ts';
import { CEILING_GROUPS, ceilingOf, type CeilingGroup } from '../../src/policy/ceiling.ts';
import { handlingFor } from '../../src/policy/handling.ts';
import { housePolicy } from '../../src/policy/policy.ts';
import { groundFor } from '../../src/policy/purpose.ts';
import { RULES } from '../../src/policy/rules.ts';
import { READING_ROLES, type ReadingRole } from '../../src/policy/viewer.ts';

/** At which level the database keeps the attributes of a family and group; links and columns of an open table need none. */
const KEPT_AT: Readonly<Partial<Record<Family, Readonly<Record<string, CeilingGroup>>>>> = {
  Child: {
    identity: 'identity',
    description: 'identity',
    placement: 'identity',
    home: 'home',
    addresses: 'addresses',
    numbers: 'numbers',
    provenance: 'provenance',
    likeness: 'likeness',
    profiles: 'profiles',
  },
  Placement: { placement: 'identity', provenance: 'provenance' },
  Episode: { identity: 'identity', circumstances: 'circumstances', condition: 'condition', provenance: 'provenance' },
  ReturnStep: { steps: 'steps' },
  CaseRecord: { assessments: 'assessments' },
  Concern: { concerns: 'concerns' },
  CaseAction: { steps: 'steps' },
  Offer: { circumstances: 'circumstances' },
  RiskAssessment: { assessments: 'assessments' },
  PlacementAgreement: { agreements: 'agreements' },
  ReturnInterview: { notice: 'notice', redacted: 'redacted', full: 'full' },
  LocatingFacts: { locating: 'locating' },
  Redaction: { full: 'full' },
  SharingRecord: { full: 'full' },
  IntelligenceItem: { facts: 'facts', sanitised: 'sanitised', content: 'content', source: 'source' },
  SafetyNote: { notice: 'notice' },
  MatchReview: { likeness: 'likeness' },
  HomeReport: { reported: 'reported' },
  HomeProfile: { reported: 'reported' },
  BriefingNotice: { notice: 'notices' },
  Transmission: { notice: 'transmissions', sent: 'transmissions' },
  QuarantineEntry: { identity: 'quarantine' },
  DisclosureRecord: { identity: 'disclosures' },
};

/** The levels a role's rules reach in the ordinary way; emergency access has a ceiling of its own. */
function levelsReached(role: ReadingRole): readonly CeilingGroup[] {
  const ordinary = RULES[role].filter(({ because }) => !because.includes('emergency access'));
  return [
    ...new Set(
      ordinary.flatMap(({ subject, fields }) => fields.flatMap((field) => KEPT_AT[subject]?.[groupOf(subject, field) ?? ''] ?? [])),
    ),
  ].sort();
}

describe('the house policy', () => {
  const policy = housePolicy();

  it('has a version of its own', () => {
    expect(policy.version).toBe('2026-11-25');
  });

  it.each(READING_ROLES)('opens to %s what the database opens, no more and no less', (role) => {
    const besides = ['whose', 'emergency'];
    expect([...ceilingOf(role)].filter((group) => !besides.includes(group)).sort()).toEqual(levelsReached(role));
  });

  it('opens the wall of emergencies to those who have emergency access, and of "whose child" to police and the duty team', () => {
    expect(READING_ROLES.filter((role) => ceilingOf(role).includes('emergency'))).toEqual(['TEAM_MANAGER', 'EDT', 'POLICE_MISSING_TEAM']);
    expect(READING_ROLES.filter((role) => ceilingOf(role).includes('whose'))).toEqual(['EDT', 'POLICE_MISSING_TEAM']);
  });

  it('opens the notice of an interview by every rule that opens more of it, so that none leans on another', () => {
    const notice = attributesOf('ReturnInterview', 'notice');
    const lean = READING_ROLES.flatMap((role) => RULES[role]).filter(({ subject, fields }) => subject === 'ReturnInterview' && !notice.every((field) => fields.includes(field)));
    expect(lean.map(({ because }) => because)).toEqual([]);
  });

  it('opens the source of intelligence to the bureau alone', () => {
    expect(READING_ROLES.filter((role) => ceilingOf(role).includes('source'))).toEqual(['POLICE_INTELLIGENCE']);
  });

  it('has somebody at each level, and nobody twice', () => {
    const all = READING_ROLES.map(ceilingOf);
    expect(CEILING_GROUPS.filter((group) => !all.some((groups) => groups.includes(group)))).toEqual([]);
    expect(all.filter((groups) => new Set(groups).size !== groups.length)).toEqual([]);
  });

  it('says the same of the same matched rules every time', () => {
    expect(policy.verdict('HUB_COORDINATOR', 'Child', 1)).toBe(policy.verdict('HUB_COORDINATOR', 'Child', 1));
    expect(policy.verdict('HUB_COORDINATOR', 'Child', 2)).not.toEqual(policy.verdict('POLICE_MISSING_TEAM', 'Child', 2));
    expect(policy.verdict('HUB_COORDINATOR', 'Child', 1)).not.toEqual(policy.verdict('HUB_COORDINATOR', 'Child', 4));
    expect(policy.verdict('HUB_COORDINATOR', 'Child', 1)).not.toEqual(policy.verdict('HUB_COORDINATOR', 'Episode', 1));
  });

  it('refuses to be made of rules that do not hold together, and says what is wrong', () => {
    const everyRow = { action: 'read', subject: 'Child', fields: ['id'], conditions: {}, because: 'So.' } as const;
    let refused: unknown;
    try {
      housePolicy({ ...RULES, PARTNER: [everyRow, ...RULES.PARTNER] });
    } catch (error) {
      refused = error;
    }
    expect(refused).toMatchObject({ code: 'INTERNAL', message: 'The policy does not hold together. PARTNER: Rule 1: it has no condition and would mean every row.' });
  });

  it('gives a role its own rules on a family, in their order', () => {
    expect(policy.rulesOn('PARENT', 'Child')).toEqual(RULES.PARENT.filter(({ subject }) => subject === 'Child'));
    expect(policy.rulesOn('PARENT', 'Child')).toHaveLength(2);
  });

  it('gives no rule of one role to another', () => {
    expect(policy.rulesOn('AUDITOR', 'Child')).toEqual([]);
    expect(policy.rulesOn('PLACEMENT_PROVIDER', 'QuarantineEntry')).toEqual([]);
  });

  it.each(['PLACEMENT_PROVIDER', 'PARENT'] as const)('has no rule on intelligence, decisions, whereabouts or what authorities tell each other for %s', (role) => {
    expect(FAMILIES.filter((family) => policy.rulesOn(role, family).length > 0)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/IntelligenceItem|Redaction|SharingRecord|LocatingFacts|RiskAssessment|PlacementAgreement/)]),
    );
  });
});

describe('purpose, lawful basis and handling', () => {
  it.each([
    ['HUB_COORDINATOR', 'read', 'SAFEGUARDING', 'PUBLIC_TASK'],
    ['HUB_COORDINATOR', 'quarantine', 'QUARANTINE', 'PUBLIC_TASK'],
    ['RETURN_WORKER', 'read', 'SAFEGUARDING', 'PUBLIC_TASK'],
    ['SENIOR_WORKER', 'read', 'SAFEGUARDING', 'PUBLIC_TASK'],
    ['TEAM_MANAGER', 'read', 'SAFEGUARDING', 'PUBLIC_TASK'],
    ['SOCIAL_WORKER', 'read', 'SAFEGUARDING', 'PUBLIC_TASK'],
    ['IRO', 'read', 'SAFEGUARDING', 'PUBLIC_TASK'],
    ['CP_COORDINATOR', 'read', 'SAFEGUARDING', 'PUBLIC_TASK'],
    ['EDT', 'read', 'SAFEGUARDING', 'PUBLIC_TASK'],
    ['FRONT_DOOR', 'read', 'SAFEGUARDING', 'PUBLIC_TASK'],
    ['BUSINESS_SUPPORT', 'read', 'SAFEGUARDING', 'PUBLIC_TASK'],
    ['POLICE_MISSING_TEAM', 'read', 'POLICING', 'LAW_ENFORCEMENT_PART_3'],
    ['POLICE_MISSING_TEAM', 'quarantine', 'QUARANTINE', 'LAW_ENFORCEMENT_PART_3'],
    ['POLICE_INTELLIGENCE', 'read', 'POLICING', 'LAW_ENFORCEMENT_PART_3'],
    ['EXPLOITATION_GROUP', 'read', 'SAFEGUARDING', 'PUBLIC_TASK'],
    ['PLACEMENT_PROVIDER', 'read', 'CARE', 'LEGAL_OBLIGATION'],
    ['PARENT', 'read', 'CARE', 'LEGAL_OBLIGATION'],
    ['PARTNER', 'read', 'SAFEGUARDING', 'PUBLIC_TASK'],
    ['AUDITOR', 'read', 'AUDIT', 'LEGAL_OBLIGATION'],
    ['DATA_PROTECTION_OFFICER', 'read', 'AUDIT', 'LEGAL_OBLIGATION'],
    ['SUBJECT_ACCESS_OFFICER', 'read', 'SUBJECT_ACCESS', 'LEGAL_OBLIGATION'],
    ['RECORDS_MANAGER', 'read', 'RECORDS_MANAGEMENT', 'LEGAL_OBLIGATION'],
  ] as const)('%s, %s: for %s by %s', (...[role, operation, purpose, lawfulBasis]) => {
    expect(groundFor(role, operation)).toEqual({ purpose, lawfulBasis });
  });

  it.each(['PLACEMENT_PROVIDER', 'PARENT', 'PARTNER', 'EXPLOITATION_GROUP'] as const)('tell %s to ask before passing anything on', (role) => {
    expect(handlingFor(role)).toEqual({ handling: 'OFFICIAL-SENSITIVE', onwardSharing: 'Do not pass on. Ask the responsible authority, which decides on sharing.' });
  });

  it.each(['POLICE_MISSING_TEAM', 'POLICE_INTELLIGENCE'] as const)('keep what %s reads within the force', (role) => {
    expect(handlingFor(role).onwardSharing).toContain('Within your force');
  });

  it.each(READING_ROLES)('say to %s how it is to be kept', (role) => {
    expect(handlingFor(role).handling).toBe('OFFICIAL-SENSITIVE');
    expect(handlingFor(role).onwardSharing).not.toBe('');
  });
});
