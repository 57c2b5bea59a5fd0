const LEVELS = ['test/gate/levels.test.ts'];
const DISCLOSURES = ['test/gate/disclosures.test.ts'];

/** What is written down of every answer, and who is told of it. */
export const DISCLOSED = [
  {
    name: 'gate: a linked row is shown without being written down',
    file: 'src/gate/render-row.ts',
    find: 'disclosed.add(shown, stored, child);',
    replace: 'if (child === stored[3]) disclosed.add(shown, stored, child);',
    tests: DISCLOSURES,
  },
  {
    name: 'gate: an answer leaves nothing behind',
    file: 'src/gate/reading-transaction.ts',
    find: "client.query({ name: 'disclosure', text: INSERT_DISCLOSURE, values: disclosure }),",
    replace: 'Promise.resolve(disclosure),',
    tests: DISCLOSURES,
  },
  {
    name: 'gate: a disclosure names fields that were not shown',
    file: 'src/gate/disclosed-objects.ts',
    find: 'pieces.map(({ field }) => field.name).filter((name) => permitted.has(name))',
    replace: 'pieces.map(({ field }) => field.name)',
    tests: LEVELS,
  },
  {
    name: 'gate: a disclosure does not say that only an emergency opened it',
    file: 'src/gate/disclosed-objects.ts',
    find: '...(this.#inEmergency(family, bits, fields) ? { emergency: true } : {})',
    replace: '',
    tests: LEVELS,
  },
  {
    name: "gate: the log tells of another controller's children in one answer",
    file: 'src/gate/disclosure-shape.ts',
    find: "where (told.body #> array['controllers', object->>1]) ? ${slot('agency')}`;",
    replace: "where ${slot('agency')} is not null`;",
    tests: DISCLOSURES,
  },
  {
    name: 'gate: the log is asked about a child of another controller',
    file: 'src/gate/roots.ts',
    find: "and exists (select from ${ownObjects(row)} and named.child = ${slot('child')}::text)`",
    replace: '`',
    tests: DISCLOSURES,
  },
  {
    name: "told: another child's rows of one answer are told",
    file: 'src/gate/told/log-of-child.ts',
    find: 'records.includes(of) && ',
    replace: '',
    tests: ['test/gate/told/child-log.test.ts'],
  },
  {
    name: 'told: a child is told of emergency access that is still under review',
    file: 'src/gate/told/tell-child.ts',
    find: '(during.length > 0 && !reviewed)',
    replace: 'during.length < 0',
    tests: ['test/gate/told/tell-child.test.ts'],
  },
  {
    name: 'told: a child is told that intelligence is read',
    file: 'src/gate/told/tell-child.ts',
    find: 'isUnspoken(role) || ',
    replace: '',
    tests: ['test/gate/told/tell-child.test.ts'],
  },
  {
    name: 'told: the log of a child is told to any role',
    file: 'src/gate/told/child-log.ts',
    find: 'if (!roles.includes(viewer.role)) {',
    replace: 'if (roles.length === 0) {',
    tests: ['test/gate/told/child-log.test.ts'],
  },
];
