const LOOKED = ['test/actions/left-in-what-a-home-reads.test.ts'];
const HELD = ['test/actions/held-back.test.ts'];
const ADDED_UP = ['test/actions/allegations-add-up.test.ts'];
const SMALL = ['test/domain/statistics/suppression.test.ts'];
const LEFT_IN = 'src/actions/left-in-text.ts';
const COUNTS = 'src/domain/statistics/suppress-small.ts';

/** What is written for homes and carers, what a draft and a count show, and how far one allegation reaches. */
export const WRITTEN = [
  {
    name: 'written: a passage at which nobody has looked goes to a home',
    file: LEFT_IN,
    find: '  if (open.length > 0) {',
    replace: '  if (open.length < 0) {',
    tests: LOOKED,
  },
  {
    name: 'written: a list of every place confirms any text',
    file: LEFT_IN,
    find: '  if (strange.length > 0) {',
    replace: '  if (strange.length < 0) {',
    tests: LOOKED,
  },
  {
    name: 'written: a plan is looked through by nobody',
    file: 'src/actions/plan-tells.ts',
    find: 'return lookedThrough(scene, { child, recipient: null, fields }, looked);',
    replace: 'return looked.confirmed === fields ? [] : [];',
    tests: LOOKED,
  },
  {
    name: 'written: what a home is to do is looked through by nobody',
    file: 'src/actions/action-owner.ts',
    find: 'leftIn: await lookedThrough(scene, { child, recipient, fields: { [where]: text } }, looked)',
    replace: 'leftIn: []',
    tests: LOOKED,
  },
  {
    name: 'written: a note of somebody who may approve it is looked through by nobody',
    file: 'src/actions/write-safety-note.ts',
    find: 'leftIn: await lookedThrough(scene, { child: child.child, recipient, fields: said }, looked)',
    replace: 'leftIn: []',
    tests: LOOKED,
  },
  {
    name: 'written: a note is approved with nobody looking at it',
    file: 'src/actions/approve-safety-note.ts',
    find: 'const leftIn = await leftInNote(scene, note, { payload, looked });',
    replace: 'const leftIn = payload === note ? await leftInNote(scene, note, { payload, looked }) : [];',
    tests: LOOKED,
  },
  {
    name: 'written: whom the hub knows is tried without end by texts for a home',
    file: 'src/actions/may-try-again.ts',
    find: '[MOST_A_DAY - 1]?.at',
    replace: '[99]?.at',
    tests: HELD,
  },
  {
    name: 'written: a note that another approves counts for that one alone',
    file: 'src/store/write/action-log.ts',
    find: 'writer === null ? [actor] : [actor, writer]',
    replace: '[actor]',
    tests: HELD,
  },
  {
    name: 'written: as many texts as may be are held back and nobody is told',
    file: 'src/actions/may-try-again.ts',
    find: 'if (before.length + 1 >= MOST_A_DAY) {',
    replace: 'if (before.length + 1 >= 99) {',
    tests: HELD,
  },
  {
    name: 'written: a host is told by a warning who cares for the child',
    file: 'src/actions/knows-who-reads.ts',
    find: "!who.includes('@') ||",
    replace: "who !== '' ||",
    tests: ['test/actions/beyond-ones-part.test.ts'],
  },
  {
    name: 'written: what a home is to do is said anew past it',
    file: 'src/actions/reword-action.ts',
    find: "await takeOff(scene.em, { about: action.id, kind: 'ACTION', by: HUB_SYSTEM, at: scene.now });",
    replace: '',
    tests: HELD,
  },
  {
    name: 'written: what one agency set another says anew',
    file: 'src/actions/reword-action.ts',
    find: '!action.facts.responsible.includes(viewer.agency) &&',
    replace: "viewer.agency === '' &&",
    tests: HELD,
  },
  {
    name: 'allegations: each shuts as many out as the first',
    file: 'src/actions/alleged-shut-out.ts',
    find: 'MOST_ALLEGED - raised.length',
    replace: 'MOST_ALLEGED - 0 * raised.length',
    tests: ADDED_UP,
  },
  {
    name: 'allegations: everybody is shut out who could open the child again',
    file: 'src/actions/alleged-shut-out.ts',
    find: 'const kept = somebodyLeft(',
    replace: 'const kept = fitting.length > 0 || somebodyLeft(',
    tests: ADDED_UP,
  },
  {
    name: 'counts: five returns of one child count as five children',
    file: COUNTS,
    find: 'count.children >= FEWEST_CHILDREN',
    replace: 'count.returns >= FEWEST_CHILDREN',
    tests: SMALL,
  },
  {
    name: 'counts: a part is shown beside one that is too small, and gives it by subtraction',
    file: COUNTS,
    find: ' && isEnough(counted[other])',
    replace: '',
    tests: SMALL,
  },
  {
    name: 'counts: small numbers are told to everybody',
    file: 'src/domain/statistics/timeliness.ts',
    find: 'return within ? allShown(all)',
    replace: 'return within || !within ? allShown(all)',
    tests: SMALL,
  },
  {
    name: 'tokens: one says whom it stands for',
    file: 'src/domain/redaction/suggest-redactions.ts',
    find: '${String(ofKind.get(who))}]',
    replace: '${who}]',
    tests: ['test/domain/redaction/suggest-redactions.test.ts'],
  },
  {
    name: 'tokens: a draft holds the passage beside its token',
    file: 'src/domain/redaction/suggest-for-answers.ts',
    find: '${token}${draft.slice(until)}',
    replace: '${token}${draft.slice(from)}',
    tests: ['test/domain/redaction/suggest-for-answers.test.ts'],
  },
];
