const RUNNING = ['test/exchange/run-transmission.test.ts'];
const PREPARED = ['test/exchange/create-deliver.test.ts'];
const ANSWERED = ['test/exchange/send-to-hub.test.ts'];
const AT_THE_DOOR = ['test/exchange/take-message.test.ts'];
const CONNECTED = ['test/exchange/send-to-endpoint.test.ts'];

/** What goes to other hubs goes once, to whom it may, as they may read it, and never after its withdrawal. */
export const EXCHANGE = [
  {
    name: 'exchange: whoever slept through their lease sends all the same',
    file: 'src/domain/transmission/transmission-course.ts',
    find: '  if (OF_A_WORKER.includes(event)) {',
    replace: '  if (OF_A_WORKER.includes(event) && fence === undefined) {',
    tests: RUNNING,
  },
  {
    name: 'exchange: what was withdrawn while its bytes were under way goes again',
    file: 'src/domain/transmission/transmission-course.ts',
    find: "state: next === 'QUEUED' && holds.length > 0 ? 'HELD' : next",
    replace: 'state: next',
    tests: RUNNING,
  },
  {
    name: 'exchange: whether it was withdrawn is not read before it leaves',
    file: 'src/exchange/run-transmission.ts',
    find: "  if (leaves === 'LEAVES') {",
    replace: "  if (leaves !== 'CHANGED') {",
    tests: RUNNING,
  },
  {
    name: 'exchange: nobody is told of what was changed under way',
    file: 'src/exchange/run-transmission.ts',
    find: 'accepted ? settleReceived(em, id, at) :',
    replace: 'accepted ? undefined :',
    tests: RUNNING,
  },
  {
    name: 'exchange: any receipt that fits is taken, whoever signed it',
    file: 'src/exchange/send-to-hub.ts',
    find: 'return fits && (await checkSigned(received, by.hub, keys)).fault === null;',
    replace: "return fits && (await checkSigned(received, by.hub, keys)).fault !== 'HEADER';",
    tests: ANSWERED,
  },
  {
    name: 'exchange: the receipt of any try is taken',
    file: 'src/exchange/send-to-hub.ts',
    find: ' && digest === sentDigest(sent)',
    replace: " && digest !== ''",
    tests: ANSWERED,
  },
  {
    name: 'exchange: a message is believed by the secret alone',
    file: 'src/exchange/inbound/open-statement.ts',
    find: ' && (await checkSigned(said, partner.id, keysOfPartner(partner))).fault === null',
    replace: " && (await checkSigned(said, partner.id, keysOfPartner(partner))).fault !== 'HEADER'",
    tests: AT_THE_DOOR,
  },
  {
    name: 'exchange: another matter comes under an id that was used',
    file: 'src/exchange/inbound/take-message.ts',
    find: 'subjectOf(signedSent.parse(one.sent)) !== subjectOf(sent)',
    replace: "subjectOf(signedSent.parse(one.sent)) === ''",
    tests: AT_THE_DOOR,
  },
  {
    name: 'exchange: what came last counts, whenever it was said',
    file: 'src/exchange/inbound/said-before.ts',
    find: 'if (saidAt > last.saidAt) {',
    replace: 'if (saidAt > 0) {',
    tests: ['test/exchange/inbound/said-before.test.ts'],
  },
  {
    name: 'exchange: what takes something back overtakes it',
    file: 'src/store/write/transmissions/try-store.ts',
    find: ' and first.lease_until is not null',
    replace: ' and false',
    tests: RUNNING,
  },
  {
    name: 'exchange: whoever refused in the end is not told what was corrected since',
    file: 'src/store/write/transmissions/settle-transmissions.ts',
    find: "(course.state === 'REFUSED' || course.state === 'DEAD') && mayHaveCome",
    replace: "course.state === 'DEAD' && mayHaveCome",
    tests: ['test/actions/transmissions.test.ts'],
  },
  {
    name: 'exchange: a partner may lay down as many heads as it likes',
    file: 'src/exchange/anchors/take-anchor.ts',
    find: 'if (count >= MOST_A_DAY) {',
    replace: 'if (count > 1_000_000) {',
    tests: ['test/exchange/anchors/anchors-with-partners.test.ts'],
  },
  {
    name: 'exchange: whatever is called a half is swept from the folders of receivers',
    file: 'src/exchange/half-file.ts',
    find: "marked !== '' && timingSafeEqual(Buffer.from(marked), Buffer.from(markOf(begun, mark)))",
    replace: "marked !== ''",
    tests: ['test/exchange/sweep-folders.test.ts'],
  },
  {
    name: 'exchange: one public address among inner ones is enough',
    file: 'src/exchange/pin-endpoint.ts',
    find: 'addresses.every(({ address }) => isAllowed(address))',
    replace: 'addresses.some(({ address }) => isAllowed(address))',
    tests: CONNECTED,
  },
  {
    name: 'exchange: the name is looked up again when it is connected to',
    file: 'src/exchange/send-to-endpoint.ts',
    find: 'agent: false, lookup: pinnedLookup(endpoint),',
    replace: 'agent: false, ...(endpoint.addresses.length === 0 && { lookup: pinnedLookup(endpoint) }),',
    tests: CONNECTED,
  },
  {
    name: 'exchange: what is sent is what its sender may read',
    file: 'src/exchange/outgoing/messages-for.ts',
    find: 'readMatters({ gate: services.gate, viewer, one,',
    replace: 'readMatters({ gate: services.gate, viewer: { ...viewer, person: `exchange:${one.from}`, agency: one.from }, one,',
    tests: PREPARED,
  },
  {
    name: 'exchange: whoever asks for a risk assessment is taken for the host',
    file: 'src/ingest/chase-assessments.ts',
    find: 'from !== to && row.facts.hosts.includes(from) && row.facts.responsible.includes(to)',
    replace: 'from !== to && row.facts.responsible.includes(to)',
    tests: ['test/journeys/assessment-told.test.ts'],
  },
  {
    name: 'exchange: what an authority passes on is its own word on the risk',
    file: 'src/domain/fold/episode-course.ts',
    find: '.filter(({ payload }) => payload.passedOn !== true)',
    replace: '',
    tests: ['test/exchange/assessment-between-hubs.test.ts'],
  },
];
