import { fold } from '../../../src/domain/fold/fold.ts';
import type { FieldStatements } from '../../../src/domain/fold/field-statement.ts';
import type { Observation, PersonPayload } from '../../../src/domain/observation/observation.ts';
import { at, cancel, context, found, headerRow, missing, missingRow, NORTHMERE, observation, OTHER_POLICE, POLICE, SOUTHVALE, type Source } from './a-world.ts';

const nhsNumber = '9434765919';
const says = (source: Source, said: PersonPayload, order = '2026-03-01'): Observation => headerRow({ source, child: 'C1', extracted: order, said: { nhsNumber, ...said } });

function sideBySide(statements: readonly FieldStatements[] | undefined, field: string): unknown {
  const found = statements?.find((one) => one.field === field);
  return found && [found.rule, ...found.values.map(({ value, source, fate, endedBy }) => [textOf(value), source.agency, fate, endedBy])];
}
const textOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'text' in value ? value.text : value);
function person(field: string, ...said: readonly Observation[]): unknown {
  return sideBySide(fold(said, context)[0]?.statements, field);
}
function episode(field: string, ...said: readonly Observation[]): unknown {
  return sideBySide(fold(said, context)[0]?.episodes[0]?.statements, field);
}

describe('what sources say of a child, side by side', () => {
  it('shows one source alone as the only one', () => {
    expect(person('givenName', says(NORTHMERE, { givenName: 'Wrenna' }))).toEqual(['ONLY_ONE', ['Wrenna', 'northmere', 'STANDS', null]]);
  });

  it('shows who agrees and who does not, and that the kind of source decided', () => {
    const three = [says(NORTHMERE, { givenName: 'Wrenna' }), says(POLICE, { givenName: 'Rena' }, '2026-03-05'), says(OTHER_POLICE, { givenName: 'WRENNA' }, '2026-03-04')];
    expect(person('givenName', ...three)).toEqual([
      'KIND_OF_SOURCE',
      ['Wrenna', 'northmere', 'STANDS', null],
      ['Rena', 'mereshire', 'DISAGREES', null],
      ['WRENNA', 'westpolice', 'AGREES', null],
    ]);
  });

  it('shows that the later of two of one kind decided, and nothing but the number where both are as late', () => {
    const build = (order: string): unknown => person('build', says(POLICE, { build: 'slim' }, '2026-03-01'), says(OTHER_POLICE, { build: 'tall' }, order));
    expect(build('2026-03-02')).toEqual(['LATER', ['tall', 'westpolice', 'STANDS', null], ['slim', 'mereshire', 'DISAGREES', null]]);
    expect(build('2026-03-01')).toContain('ARBITRARY');
  });

  it('shows what a source corrected, with the order of the message that did', () => {
    expect(person('givenName', says(NORTHMERE, { givenName: 'Rena' }), says(NORTHMERE, { givenName: 'Wrenna' }, '2026-04-01'))).toEqual([
      'ONLY_ONE',
      ['Wrenna', 'northmere', 'STANDS', null],
      ['Rena', 'northmere', 'CORRECTED', '2026-04-01'],
    ]);
  });

  it('does not call a value corrected that is said again', () => {
    expect(person('givenName', says(NORTHMERE, { givenName: 'Wrenna' }), says(NORTHMERE, { givenName: 'Wrenna' }, '2026-04-01'))).toEqual([
      'ONLY_ONE',
      ['Wrenna', 'northmere', 'STANDS', null],
    ]);
  });

  it('shows what the same record said before it said something else', () => {
    const reports = [
      ...missing({ sent: '2026-03-01T10:00:00.000Z', misper: 'M1', person: { build: 'slim' } }),
      ...missing({ sent: '2026-04-01T10:00:00.000Z', misper: 'M2', person: { build: 'tall' } }),
    ];
    expect(person('build', ...reports)).toEqual(['ONLY_ONE', ['tall', 'mereshire', 'STANDS', null], ['slim', 'mereshire', 'REPLACED', '2026-04-01T10:00:00.000Z']]);
  });

  it('shows what fell with a report that was cancelled, though nothing stands any more', () => {
    const reports = [
      ...missing({ sent: '2026-03-01T10:00:00.000Z', misper: 'M1', person: { build: 'slim' } }),
      ...missing({ sent: '2026-03-01T11:00:00.000Z', misper: 'M2', person: { complexion: 'pale' } }),
    ];
    expect(person('build', ...reports, ...cancel({ misper: 'M1', sent: '2026-03-02T10:00:00.000Z' }))).toEqual([null, ['slim', 'mereshire', 'RETRACTED', '2026-03-02T10:00:00.000Z']]);
  });

  it('lets an older word stand again when a later one is taken back', () => {
    const reports = [
      ...missing({ sent: '2026-03-01T10:00:00.000Z', misper: 'M1', person: { build: 'slim' } }),
      ...missing({ sent: '2026-04-01T10:00:00.000Z', misper: 'M2', person: { build: 'tall' } }),
      ...cancel({ misper: 'M2', sent: '2026-04-02T10:00:00.000Z' }),
    ];
    expect(person('build', ...reports)).toEqual(['ONLY_ONE', ['slim', 'mereshire', 'STANDS', null], ['tall', 'mereshire', 'RETRACTED', '2026-04-02T10:00:00.000Z']]);
  });

  it('is the same whatever the order of arrival, and however often', () => {
    const said = [says(NORTHMERE, { givenName: 'Rena' }), says(NORTHMERE, { givenName: 'Wrenna' }, '2026-04-01'), says(POLICE, { givenName: 'Wren' })];
    expect(person('givenName', ...said.toReversed(), ...said)).toEqual(person('givenName', ...said));
  });
});

describe('what sources say of an episode, side by side', () => {
  const report = missing({ sent: '2026-03-01T21:00:00.000Z', child: 'C1', since: '2026-03-01T20:00', risk: 'MEDIUM', person: { nhsNumber } });
  const back = found({ sent: '2026-03-02T09:00:00.000Z', child: 'C1', traced: '2026-03-02T08:00', returned: '2026-03-02T08:30' });
  const row = (until: string, extracted = '2026-04-30'): Observation[] => [says(NORTHMERE, {}), ...missingRow({ child: 'C1', from: '01/03/2026', until, extracted })];

  it('shows that a time beats the date that holds it', () => {
    expect(episode('returnedAt', ...report, ...back, ...row('02/03/2026'))).toEqual([
      'TIME_BEATS_DATE',
      ['2026-03-02T08:30', 'mereshire', 'STANDS', null],
      ['02/03/2026', 'northmere', 'AGREES', null],
    ]);
  });

  it('shows that the carer or authority decided when the child was back, and that the police say otherwise', () => {
    expect(episode('returnedAt', ...report, ...back, ...row('03/03/2026'))).toEqual([
      'KIND_OF_SOURCE',
      ['03/03/2026', 'northmere', 'STANDS', null],
      ['2026-03-02T08:30', 'mereshire', 'DISAGREES', null],
    ]);
  });

  it("shows that the police decided when it was traced", () => {
    const traced = (source: Source, time: string): Observation => observation({ source, child: 'C1', kind: 'located', order: '2026-04-30', record: { kind: 'episode', key: 'E1' }, payload: { at: at(time) } });
    const northmeres = [...row('03/03/2026').slice(0, 1), observation({ source: NORTHMERE, child: 'C1', kind: 'report', order: '2026-04-30', record: { kind: 'episode', key: 'E1' }, payload: { missingSince: at('2026-03-01T20:00') } })];
    expect(episode('locatedAt', ...report, ...back, ...northmeres, traced(NORTHMERE, '2026-03-02T12:00'))).toEqual([
      'KIND_OF_SOURCE',
      ['2026-03-02T08:00', 'mereshire', 'STANDS', null],
      ['2026-03-02T12:00', 'northmere', 'DISAGREES', null],
    ]);
  });

  it('shows of the risk the latest, and what it was before', () => {
    const raised = observation({ source: POLICE, child: 'C1', kind: 'risk', order: '2026-03-01T23:00:00.000Z', record: { kind: 'episode', key: 'M1' }, payload: { risk: 'HIGH', word: 'high', at: at('2026-03-01T23:00') } });
    expect(episode('risk', ...report, raised)).toEqual(['ONLY_ONE', ['HIGH', 'mereshire', 'STANDS', null], ['MEDIUM', 'mereshire', 'REPLACED', '2026-03-01T23:00:00.000Z']]);
  });

  it('keeps beside the others what a record said that was taken back whole, by a message or by its absence', () => {
    const gone = (adapterVersion: string): Observation => ({ ...observation({ source: NORTHMERE, child: 'C1', act: 'retract', kind: 'retraction', order: '2026-05-30', record: { kind: 'episode', key: 'C1|01/03/2026' }, payload: { scope: 'record' } }), adapterVersion });
    const northmeres = row('03/03/2026');
    const key = northmeres.find(({ record }) => record.kind === 'episode')?.record.key ?? '';
    const taken = (version: string): Observation => ({ ...gone(version), record: { ...gone(version).record, key } });
    expect(episode('returnedAt', ...report, ...back, ...northmeres, taken('full-extract'))).toEqual([
      'ONLY_ONE',
      ['2026-03-02T08:30', 'mereshire', 'STANDS', null],
      ['03/03/2026', 'northmere', 'ABSENT', '2026-05-30'],
    ]);
    expect(episode('returnedAt', ...report, ...back, ...northmeres, taken('1'))).toContainEqual(['03/03/2026', 'northmere', 'RETRACTED', '2026-05-30']);
  });

  it('keeps nowhere what was said of an episode that nothing else tells of', () => {
    const before = missing({ source: SOUTHVALE, child: 'C1', misper: 'S1', sent: '2025-01-01T21:00:00.000Z', since: '2025-01-01T20:00', person: { nhsNumber } });
    const [child] = fold([...report, ...before, ...cancel({ source: SOUTHVALE, child: 'C1', misper: 'S1', sent: '2025-01-02T00:00:00.000Z' }), says(SOUTHVALE, {})], context);
    expect(child?.episodes.map(({ statements }) => statements.flatMap(({ values }) => values.map(({ source }) => source.agency)).includes('southvale'))).toEqual([false]);
  });
});

it('shows of a placement what its keeper corrected', () => {
  const placed = (until: string | null, order: string): Observation =>
    observation({
      source: NORTHMERE, child: 'C1', act: 'correct', kind: 'placement', order, record: { kind: 'placement', key: 'P1' },
      payload: { from: at('01/02/2026'), until: until === null ? null : at(until), placementType: null, providerType: null, legalStatus: 'C2', needCode: null, reasonStarted: null, reasonEnded: null, reasonChanged: null, urn: 'SC900001', placementPostcode: null, homePostcode: null },
    });
  const [child] = fold([says(NORTHMERE, {}), placed('01/03/2026', '2026-03-01'), placed('08/03/2026', '2026-04-01')], context);
  expect(sideBySide(child?.placements[0]?.statements, 'until')).toEqual(['ONLY_ONE', ['08/03/2026', 'northmere', 'STANDS', null], ['01/03/2026', 'northmere', 'CORRECTED', '2026-04-01']]);
});
