import fc from 'fast-check';
import type { Observation, PersonPayload } from '../../../src/domain/observation/observation.ts';
import { at, cancel, found, headerRow, missing, missingRow, NORTHMERE, OTHER_POLICE, placementRow, POLICE, SOUTHVALE } from './a-world.ts';

const SIX_DAYS = 6 * 24 * 60;
/** Two children as they are; sources mostly tell the truth of them, in part. */
const CHILDREN: readonly PersonPayload[] = [
  {
    givenName: 'Testgirl',
    familyName: 'Example',
    dateOfBirth: at('2011-05-04'),
    gender: 'FEMALE',
    nhsNumber: '9434765919',
    upn: 'C999000000001',
    responsibleAuthority: 'E99000001',
    responsibleAuthorityChildId: '0',
    placementUrn: 'SC900001',
  },
  {
    givenName: 'Testboy',
    familyName: 'Sample',
    dateOfBirth: at('2012-06-05'),
    gender: 'MALE',
    nhsNumber: '1234567040',
    upn: 'H801200001001',
    responsibleAuthority: 'E99000002',
    responsibleAuthorityChildId: '1',
    placementUrn: 'SC900003',
  },
];
/** What sources say instead when they err, or know less. */
const ERRORS: readonly PersonPayload[] = [
  { nhsNumber: '9434765918' },
  { nhsNumber: null, givenName: null },
  { nhsNumber: '9434765919' },
  { upn: 'C99900000000A' },
  { upn: 'D999000000001' },
  { dateOfBirth: at('2011-01-01'), familyName: 'Instance' },
  { givenName: 'TEST-GIRL', familyName: 'example' },
  { responsibleAuthority: 'E99999999', unaccompanied: true },
  {},
];

const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(values, { nil: undefined });
const minute = fc.integer({ min: 0, max: SIX_DAYS }).map((minutes) => new Date(Date.UTC(2026, 2, 1) + minutes * 60_000).toISOString());
const day = minute.map((text) => text.slice(0, 10));
const whose = fc.constantFrom(0, 1);

function saidOf(child: number): fc.Arbitrary<PersonPayload> {
  const truth = fc.subarray(Object.entries(CHILDREN[child] ?? {})).map((fields) => Object.fromEntries(fields) as PersonPayload);
  const errors = fc.oneof({ arbitrary: fc.constant<PersonPayload>({}), weight: 3 }, { arbitrary: fc.constantFrom(...ERRORS), weight: 1 });
  return fc.tuple(truth, errors).map(([said, error]) => ({ ...said, ...error }));
}

function policeMessage(child: number): fc.Arbitrary<Observation[]> {
  return fc
    .record({
      source: fc.constantFrom(POLICE, POLICE, OTHER_POLICE),
      // A message without a person key stands under its report's; now and then a report is filed under the other child.
      child: fc.constantFrom(`P${String(child)}`, `P${String(child)}`, `P${String(child)}`, 'misper:M1', 'P0'),
      misper: fc.constantFrom(`M${String(child)}`, `M${String(child + 2)}`),
      sent: minute,
      person: saidOf(child),
      type: fc.constantFrom('MISSING' as const, 'MISSING' as const, 'FOUND' as const, 'CANCEL' as const),
      first: optional(minute),
      second: optional(minute),
      risk: optional(fc.constantFrom('LOW' as const, 'HIGH' as const)),
    })
    .map(({ type, first, second, risk, ...message }) => {
      switch (type) {
        case 'MISSING':
          return missing({ ...message, ...(first && { since: first }), ...(risk && { risk }) });
        case 'FOUND':
          return found({ ...message, ...(first && { traced: first }), ...(second && { returned: second }) });
        case 'CANCEL':
          return cancel(message);
      }
    });
}

function returnRow(child: number): fc.Arbitrary<Observation[]> {
  const row = { source: fc.constantFrom(NORTHMERE, NORTHMERE, SOUTHVALE), child: fc.constant(String(child)), extracted: day };
  const absence = fc.record({ ...row, from: day, until: optional(day), away: fc.boolean(), birth: fc.constantFrom('2011-05-04', '2012-06-05') });
  const placement = fc.record({ ...row, from: day, until: optional(day), urn: optional(fc.constantFrom('SC900001', 'SC900002')) });
  return fc.oneof(
    absence.map(({ away, until, ...said }) => missingRow({ ...said, kind: away ? 'AWAY' : 'MISSING', ...(until && { until }) })),
    fc.record({ ...row, said: saidOf(child) }).map((said) => [headerRow(said)]),
    placement.map(({ until, urn, ...said }) => [placementRow({ ...said, ...(until && { until }), ...(urn && { urn }) })]),
  );
}

/** Messages of two forces and rows of two authorities about two children, who get mixed up; each message is one inner list. */
export const messages: fc.Arbitrary<Observation[][]> = fc.array(
  whose.chain((child) => fc.oneof(policeMessage(child), returnRow(child))),
  { maxLength: 14, size: 'max' },
);
