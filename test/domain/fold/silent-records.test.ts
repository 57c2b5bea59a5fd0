import { fold } from '../../../src/domain/fold/fold.ts';
import { touchKeys } from '../../../src/domain/fold/touch-keys.ts';
import type { IntelligencePayload, Observation } from '../../../src/domain/observation/observation.ts';
import { at, context, headerRow, idOf, missing, observation, OTHER_POLICE, POLICE, type Source } from './a-world.ts';
import { KNOWN, toldOf } from './told-of-a-child.ts';

const NHS = '9434765919';
const BORN = at('2011-05-04');
const BUREAU: Source = { agency: 'westpolice', system: 'intelligence' };
const ITEM = idOf(BUREAU, 'intelligence', 'X1');

/** An item the bureau sent under a key of its own, which says whom it is about. */
function item(about: NonNullable<IntelligencePayload['about']> = { nhsNumber: NHS, familyName: 'Inventedson' }, { child = 'B1', source = BUREAU, key = 'X1' }: { child?: string; source?: Source; key?: string } = {}): Observation {
  const payload: IntelligencePayload = { origin: 'POLICE', topic: 'OTHER', urgency: 'ROUTINE', at: at('2026-03-04'), interview: null, content: 'A van.', source: 'An officer.', namedPeople: [], area: null, about };
  return observation({ source, child, act: 'correct', record: { kind: 'intelligence', key }, kind: 'intelligence', order: '2026-03-05T00:00:00.000Z', payload });
}
const named = (child: string, said: object) => headerRow({ child, extracted: '2026-01-02', said: { nhsNumber: NHS, familyName: 'Inventedson', dateOfBirth: BORN, ...said } });
const KNOWN_BY_NAME = [...KNOWN, named('C', {})];

describe('an item that says itself whom it is about', () => {
  it('finds the child by a checked number with date of birth or surname', () => {
    for (const about of [{ nhsNumber: NHS, familyName: 'Inventedson' }, { nhsNumber: NHS, dateOfBirth: BORN }]) {
      const [child, ...others] = fold([...KNOWN_BY_NAME, item(about)], context);
      expect(others).toEqual([]);
      expect(child?.intelligence.map(({ id, originator }) => [id, originator])).toEqual([[ITEM, 'westpolice']]);
    }
  });
  it.each([
    ['the number alone', { nhsNumber: NHS }],
    ['name and date of birth alone', { givenName: 'Sampleby', familyName: 'Inventedson', dateOfBirth: BORN }],
    ['a number with another name and date of birth', { nhsNumber: NHS, familyName: 'Otherly', dateOfBirth: at('2009-01-02') }],
    ['a number that fails its check', { nhsNumber: '9434765918', familyName: 'Inventedson' }],
    ['nothing', {}],
  ])('finds nobody by %s, and makes no child', (_what, about) => {
    expect(fold([...KNOWN_BY_NAME, item(about)], context)).toEqual(fold(KNOWN_BY_NAME, context));
  });
  it('finds nobody where two children have the number', () => {
    const two = [...KNOWN_BY_NAME, headerRow({ child: 'D', extracted: '2026-01-01', said: { nhsNumber: NHS, familyName: 'Otherly', dateOfBirth: at('2009-01-02') } })];
    const both = item({ nhsNumber: NHS, familyName: 'Otherly', dateOfBirth: BORN });
    expect(fold(two, context)).toHaveLength(2);
    expect(fold([...two, both], context)).toEqual(fold(two, context));
  });
  it('changes nothing that is shown of the child, and nobody’s part in it', () => {
    const before = fold(KNOWN_BY_NAME, context)[0];
    const after = fold([...KNOWN_BY_NAME, item({ nhsNumber: NHS, familyName: 'Inventedson', givenName: 'Somebody' })], context)[0];
    expect(after?.intelligence).toHaveLength(1);
    expect({ ...after, intelligence: [] }).toEqual(before);
    expect(after?.relations.forces.map(({ agency }) => agency)).toEqual(['mereshire']);
  });
  it('makes nobody a candidate for a child whose authority nobody knows', () => {
    const unknown = missing({ child: 'P9', sent: '2026-03-01T21:00:00.000Z', since: '2026-03-01T20:00', person: { nhsNumber: NHS, familyName: 'Inventedson' } });
    const [child] = fold([...unknown, item()], context);
    expect(child?.intelligence).toHaveLength(1);
    expect(child?.relations.candidates.map(({ agency }) => agency)).toEqual(['northmere', 'southvale']);
  });
  it('goes with a child of the same key, whatever else it says of them', () => {
    const told = toldOf([item({ nhsNumber: '9990001138' }, { child: 'P1', source: POLICE })]);
    expect(told.intelligence).toHaveLength(1);
    expect(told.person.nhsNumber?.value).toBe(NHS);
  });
  it('lets no authority claim a child', () => {
    const claim = item({ nhsNumber: NHS, familyName: 'Inventedson' }, { source: { agency: 'southvale', system: 'intelligence' } });
    const [child] = fold([...KNOWN_BY_NAME, claim], context);
    expect(child?.relations.responsible.map(({ agency }) => agency)).toEqual(['northmere']);
    expect(child?.relations.forces.map(({ agency }) => agency)).toEqual(['mereshire']);
  });
  it('counts no child among those who share a number', () => {
    expect(touchKeys([item()], context).filter(({ kind }) => kind === 'nhs')).toEqual([{ kind: 'nhs', value: NHS, holder: '' }]);
    const many = Array.from({ length: 21 }, (_, each) => item({ nhsNumber: NHS, familyName: `Invented${String(each)}` }, { child: `B${String(each)}`, key: `X${String(each)}`, source: OTHER_POLICE }));
    expect(fold([...KNOWN_BY_NAME, ...many], context)).toHaveLength(1);
    expect(fold([...KNOWN_BY_NAME, ...many], context)[0]?.flags).toEqual(fold(KNOWN_BY_NAME, context)[0]?.flags);
  });
});
