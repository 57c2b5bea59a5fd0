import { inOrder, matchMatter } from '../../../src/domain/decision/decided-pairs.ts';
import type { Decision } from '../../../src/domain/decision/decision.ts';
import { fold } from '../../../src/domain/fold/fold.ts';
import { nameTold } from '../../../src/domain/fold/names-told.ts';
import type { ChildPicture } from '../../../src/domain/fold/picture.ts';
import type { Observation, PersonPayload } from '../../../src/domain/observation/observation.ts';
import { HUB_SYSTEM } from '../../../src/domain/record/record.ts';
import { aDecision } from '../decision/a-decision.ts';
import { at, context, headerRow, idOf, missing, POLICE, type Source } from './a-world.ts';

const THERE: Source = { agency: 'northmere', system: 'from-there' };
const NAME = idOf(POLICE, 'person', 'P1');
const WHO: PersonPayload = { givenName: 'Testgirl', familyName: 'Example', dateOfBirth: at('2011-05-04') };
const SENT = '2026-03-01T21:00:00.000Z';

/** The police were told that it is Northmere's child. */
const ours = missing({ sent: SENT, person: { ...WHO, responsibleAuthority: 'E99000001' } });
const says = (said: PersonPayload, source = THERE, child = NAME): Observation => headerRow({ source, child, extracted: '2026-03-02', said });
const told = (...agencies: readonly string[]): ReadonlySet<string> => new Set(agencies.map((agency) => nameTold(agency, NAME)));
const folded = (theirs: Observation, names: ReadonlySet<string> = told('northmere'), ...decisions: readonly Decision[]): ChildPicture[] => fold([theirs, ...ours], context, { told: names, decisions });

describe('a child whom another agency goes on naming as this hub named them to it', () => {
  it('is the child of this hub, though no number says so', () => {
    const [child, ...others] = folded(says(WHO));
    expect(others).toEqual([]);
    expect(child?.records.map(({ id }) => id)).toEqual([NAME, idOf(THERE, 'person', NAME)].sort());
    expect(child?.flags).toEqual([]);
  });

  it.each<readonly [string, ReadonlySet<string>]>([
    ['nobody', told()],
    ['another agency', told('southvale', 'mereshire')],
  ])('is another child, with nothing said of it, where %s was told the name', (_whom, names) => {
    expect(folded(says(WHO), names)).toEqual(fold([says(WHO), ...ours], context));
    expect(folded(says(WHO), names)).toHaveLength(2);
    expect(folded(says(WHO), names).flatMap(({ flags }) => flags)).toEqual([]);
  });

  it.each<readonly [string, PersonPayload]>([
    ['names no authority', {}],
    ['names itself', { responsibleAuthority: 'E99000002' }],
    ['names another', { responsibleAuthority: 'E99000003' }],
    ['names the one that answers', { responsibleAuthority: 'E99000001' }],
  ])('is another child, and whose it is stays, where a host that was told the name files it and %s', (_what, more) => {
    const theirs = says({ ...WHO, ...more }, { agency: 'southvale', system: 'own' });
    const children = folded(theirs, told('southvale', 'northmere'));
    expect(children).toHaveLength(2);
    const known = children.find(({ records }) => records.some(({ id }) => id === NAME));
    expect(known?.relations).toEqual(fold(ours, context)[0]?.relations);
    expect(known?.flags).toEqual([]);
  });

  it('is another child while nobody answers for the one told of', () => {
    expect(fold([says(WHO), ...missing({ sent: SENT, person: WHO })], context, { told: told('northmere') })).toHaveLength(2);
  });

  it('is another child where somebody stated the name in the hub, or the hub has no child by it', () => {
    expect(folded(says(WHO, { agency: 'northmere', system: HUB_SYSTEM }))).toHaveLength(2);
    const unknown = idOf(POLICE, 'person', 'P9');
    expect(folded(says(WHO, THERE, unknown), new Set([nameTold('northmere', unknown)]))).toHaveLength(2);
  });

  it.each<readonly [string, PersonPayload]>([
    ['nothing', {}],
    ['another date of birth and another surname', { familyName: 'Sample', dateOfBirth: at('2012-06-05') }],
  ])('is looked at by a person where the agency says %s of them', (_what, said) => {
    const children = folded(says(said));
    expect(children).toHaveLength(2);
    expect(children.map(({ flags }) => flags.map(({ code }) => code))).toEqual([['IDENTIFIER_DISPUTED'], ['IDENTIFIER_DISPUTED']]);
  });

  it('is another child where a checked number says so', () => {
    const numbered = fold([says({ ...WHO, nhsNumber: '9434765919' }), ...missing({ sent: SENT, person: { ...WHO, responsibleAuthority: 'E99000001', nhsNumber: '9990001138' } })], context, { told: told('northmere') });
    expect(numbered).toHaveLength(2);
  });

  it('is another child once a coordinator says so', () => {
    const { first, second } = inOrder(NAME, idOf(THERE, 'person', NAME));
    const matter = matchMatter({ first, second }, 'northmere');
    const apart = aDecision('MATCH', { decision: 'SEPARATE' }, { id: matter, child: first, about: second, matter, agency: 'northmere' });
    const children = folded(says(WHO), told('northmere'), apart);
    expect(children).toHaveLength(2);
    expect(children.flatMap(({ flags }) => flags)).toEqual([]);
  });
});
