import { FAMILIES, type Family } from '../../src/policy/attributes.ts';
import { explainAccess, type Explanation } from '../../src/policy/explain-access.ts';
import { OWN_AGENCY, personAs, type HouseRule } from '../../src/policy/rule.ts';
import { RULES } from '../../src/policy/rules.ts';
import { rulesOn, verdictOf } from '../../src/policy/verdict.ts';
import { READING_ROLES, type ReadingRole } from '../../src/policy/viewer.ts';
import { CELLS } from './expected-cells.ts';
import { CHILD_FAMILIES } from './expected-columns.ts';
import { ITEM_CELLS } from './expected-items.ts';
import { bitsFor, FORCE, HOST, KEEPS, MISSING, PROVIDER, RESPONSIBLE, type Facts } from './facts-for.ts';

const explain = (role: ReadingRole, family: Family, facts: Facts): Explanation => {
  const bits = bitsFor(role, family, facts);
  return explainAccess({ role, family, found: bits !== 0, bits });
};
const ASK = "Please ask the child's social worker.";
const ITEMS = ITEM_CELLS.map((cell) => ({ ...cell, family: 'IntelligenceItem' as const }));
const EVERY_CELL = [...CELLS.flatMap((cell) => CHILD_FAMILIES.map((family) => ({ ...cell, family }))), ...ITEMS];

describe('the explanation of what somebody reads', () => {
  it('agrees with the verdict on every cell of the table', () => {
    const wrong = EVERY_CELL.filter(({ role, family, facts }) => {
      const bits = bitsFor(role, family, facts);
      const { found, level, why } = explainAccess({ role, family, found: bits !== 0, bits });
      const expected = bits === 0 ? null : verdictOf(RULES[role], family, bits).level;
      return found !== (bits !== 0) || level !== expected || why.length === 0;
    });
    expect(wrong).toEqual([]);
  });

  it('offers a change only where the role could read more', () => {
    const wrong = EVERY_CELL.filter(({ role, family, facts }) => {
      const bits = bitsFor(role, family, facts);
      const all = (1 << rulesOn(RULES[role], family).length) - 1;
      const most = verdictOf(RULES[role], family, all).permitted;
      const more = [...most].some((field) => !verdictOf(RULES[role], family, bits).permitted.has(field));
      return !more && explain(role, family, facts).wouldChange.length > 0;
    });
    expect(wrong).toEqual([]);
  });

  it.each(READING_ROLES)('says the same to %s of what is hidden and of what is not there', (role) => {
    const words = {
      found: false,
      level: null,
      why: ['There is nothing of this id that you may see. That is said whether there is nothing or it is not yours.'],
      wouldChange: [],
    };
    for (const family of FAMILIES) {
      expect(explainAccess({ role, family, found: false, bits: 0 })).toEqual(words);
      expect(explainAccess({ role, family, found: true, bits: 0 })).toEqual(words);
      expect(explainAccess({ role, family, found: false, bits: 1 })).toEqual(words);
    }
  });

  it('tells a home why it reads a notice, and whom to ask', () => {
    expect(explain('PLACEMENT_PROVIDER', 'ReturnInterview', PROVIDER)).toEqual({
      found: true,
      level: 'InterviewNotice',
      why: ['This child lives in a placement of yours.'],
      wouldChange: [
        `You would see more if a text of it were released to you. ${ASK}`,
        `You would see more if you were recorded as the child's carer, and a text of it were released to you. ${ASK}`,
      ],
    });
  });

  it('row 59: tells a home the same whatever else is true of the interview', () => {
    const words = explain('PLACEMENT_PROVIDER', 'ReturnInterview', PROVIDER);
    const otherwise: Facts[] = [{ shared: ['REDACTED:other'] }, { shared: [] }, { shared: ['FULL:own'] }, { heldBy: 'own' }, MISSING, { opens: ['COPY_TO_PLACEMENT'] }];
    for (const facts of otherwise) {
      expect(explain('PLACEMENT_PROVIDER', 'ReturnInterview', { ...PROVIDER, ...facts })).toEqual(words);
    }
  });

  it('tells a home nothing more could be read once it has its text', () => {
    expect(explain('PLACEMENT_PROVIDER', 'ReturnInterview', { ...PROVIDER, shared: ['REDACTED:own'] })).toEqual({
      found: true,
      level: 'RedactedInterview',
      why: ['This child lives in a placement of yours.', 'This child lives in a placement of yours. A text of it is released to you.'],
      wouldChange: [],
    });
  });

  it.each(['PLACEMENT_PROVIDER', 'PARENT', 'PARTNER', 'IRO', 'CP_COORDINATOR', 'BUSINESS_SUPPORT'] as const)('row 59: never says to %s a word of intelligence', (role) => {
    const said = EVERY_CELL.filter((cell) => cell.role === role).map(({ family, facts }) => JSON.stringify(explain(role, family, facts)));
    expect(said.filter((words) => /intelligence|restricted, and nobody/i.test(words))).toEqual([]);
  });

  it('speaks of a restriction only where the row is restricted', () => {
    const open = EVERY_CELL.filter(({ facts }) => facts.restricted !== 'YES').map(({ role, family, facts }) => JSON.stringify(explain(role, family, facts)));
    expect(open.filter((words) => words.includes('restrict'))).toEqual([]);
  });

  it('tells the missing team what would show more of an interview', () => {
    const { wouldChange } = explain('POLICE_MISSING_TEAM', 'ReturnInterview', FORCE);
    expect(wouldChange).toEqual([
      `You would see more if a text of it were released to you. ${ASK}`,
      `You would see more if it were released to you in full. ${ASK}`,
      'You would see more if you opened emergency access, which is told and reviewed.',
    ]);
  });

  it('tells a host that it reads other addresses while the child is missing, and the shortest ways alone', () => {
    expect(explain('SENIOR_WORKER', 'Child', HOST).wouldChange).toEqual([
      'You would see more if your agency were responsible for the child.',
      'You would see more if the child were missing.',
    ]);
  });

  it('tells a duty team that keeps the narrow view that the restriction could name it', () => {
    expect(explain('EDT', 'Child', { ...RESPONSIBLE, ...KEEPS, ...MISSING })).toEqual({
      found: true,
      level: 'Child',
      why: ['This child is restricted and missing: your team keeps what is needed to find them.'],
      wouldChange: ['You would see more if the restriction named you among those who may see.'],
    });
  });

  it('tells one whose child it may be the shortest ways alone: being host, and not being host of a child who is missing', () => {
    expect(explain('HUB_COORDINATOR', 'Child', { candidates: ['own'] }).wouldChange).toEqual([
      'You would see more if your agency were responsible for the child.',
      'You would see more if the child were placed in the area of your authority.',
    ]);
  });

  it('offers nothing that nobody could change', () => {
    const host = explain('HUB_COORDINATOR', 'ReturnInterview', HOST).wouldChange.join(' ');
    expect(host).not.toMatch(/held|undefined|null/);
    expect(explain('HUB_COORDINATOR', 'Child', RESPONSIBLE).wouldChange).toEqual([]);
  });

  it('offers of an item with one handling code nothing that another code would open', () => {
    const item = { ...FORCE, origin: 'POLICE', released: 'YES' };
    expect(explain('POLICE_INTELLIGENCE', 'IntelligenceItem', item).wouldChange).toEqual([]);
    expect(explain('POLICE_INTELLIGENCE', 'IntelligenceItem', item).why).toEqual(['Your force is involved with this child. Its handling code lets it be shared.']);
  });

  it('says each reason once', () => {
    const { why } = explain('RETURN_WORKER', 'ReturnInterview', { named: ['WORKER:someone@own', 'AUTHOR:someone@own'] });
    expect(why).toEqual(['You are assigned to this child.', 'You held this interview, and its episodes are not finalised.']);
  });
});

describe('what would change it, of rules made for it', () => {
  type When = HouseRule['conditions'];
  const rule = (field: string, conditions: When): HouseRule => ({ action: 'read', subject: 'Child', fields: [field], conditions, because: `${field}.` });
  /** What is said to one who met the first rule, of these others. */
  const ways = (...others: readonly When[]): readonly string[] => {
    const fields = ['email', 'homePostcode', 'nhsNumber'];
    const rules = [rule('id', { restricted: 'NO' }), ...others.map((when, place) => rule(fields[place] ?? 'upn', { restricted: 'NO', ...when }))];
    return explainAccess({ role: 'PARTNER', family: 'Child', found: true, bits: 1 }, rules).wouldChange;
  };
  const IF_MISSING = 'You would see more if the child were missing.';
  const IF_HOST = 'You would see more if the child were placed in the area of your authority.';

  it('is everything that is lacking for it', () => {
    expect(ways({ missingNow: 'YES', hosts: OWN_AGENCY })).toEqual(['You would see more if the child were missing, and the child were placed in the area of your authority.']);
  });

  it('is each way once', () => {
    expect(ways({ missingNow: 'YES' }, { missingNow: 'YES' }, { hosts: OWN_AGENCY })).toEqual([IF_MISSING, IF_HOST]);
  });

  it('is not a longer way that holds all of a shorter one', () => {
    expect(ways({ missingNow: 'YES', hosts: OWN_AGENCY }, { hosts: OWN_AGENCY })).toEqual([IF_HOST]);
    expect(ways({ missingNow: 'YES', hosts: OWN_AGENCY, forces: OWN_AGENCY }, { hosts: OWN_AGENCY, forces: OWN_AGENCY })).toHaveLength(1);
  });

  it('is a longer way that holds a part of a shorter one, or the same of somebody else', () => {
    expect(ways({ missingNow: 'YES', hosts: OWN_AGENCY, forces: OWN_AGENCY }, { hosts: OWN_AGENCY, partners: OWN_AGENCY })).toHaveLength(2);
    expect(ways({ named: personAs('WORKER') }, { named: personAs('IRO'), missingNow: 'YES' })).toEqual([
      'You would see more if you were assigned to the child.',
      "You would see more if you were recorded as the child's independent reviewing officer, and the child were missing.",
    ]);
    expect(ways({ sanitised: 'YES' }, { released: 'YES', missingNow: 'YES' })).toHaveLength(2);
  });

  it('is nothing of which a part is nobody’s to change', () => {
    expect(ways({ missingNow: 'YES', handling: 'P' })).toEqual([]);
    expect(ways({ restricted: 'YES', missingNow: 'YES' })).toEqual([]);
  });

  it('is nothing that shows no more', () => {
    const rules = [rule('id', { restricted: 'NO' }), rule('id', { restricted: 'NO', missingNow: 'YES' })];
    expect(explainAccess({ role: 'PARTNER', family: 'Child', found: true, bits: 1 }, rules).wouldChange).toEqual([]);
  });
});
