import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { describeExchange } from '../../src/cli/describe-exchange.ts';
import { buildDirectory, EMPTY_DIRECTORY } from '../../src/directory/build-directory.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { HubError } from '../../src/domain/errors.ts';
import { aDirectoryFile } from './a-directory-file.ts';

const KEY = '{ kty: EC, crv: P-256, kid: sv-1, x: g3aD3gBC5Q0I5r8cX5lTztFEGx2tU7JPkwQgkGaUngM, y: W_j6PjVeupTdYjeXP7CNJw50cYdYZE8HhNBKhnIz44k }';
const HUB = `- { id: hub-south, name: South, url: "https://south.example/", agencies: [southvale], keys: [${KEY}], secret: with-south }`;
const SECTIONS = {
  hub: '{ id: hub-north, name: North }',
  hubs: `\n  ${HUB}`,
  channels: '\n  - { id: to-south, kind: HUB, agency: southvale, hub: hub-south }\n  - { id: own, kind: FOLDER, agency: northmere, folder: northmere/own, adapter: ehm, system: northmere-903 }\n  - { id: called, kind: WEBHOOK, agency: southvale, url: "https://south.example/called", secret: with-south }',
  exchange: '\n  - { from: northmere, agency: southvale, matters: [INTERVIEW, EPISODE], channel: to-south, within: { length: 2, calendar: WORKING_DAYS, source: an invented agreement }, automatic: true, refusals: false }\n  - { agency: northmere, matters: [OFFER], channel: own }',
};

/** An invented directory with whom the hub exchanges what; each section as asked. */
const anExchange = (sections: Partial<typeof SECTIONS> = {}): string =>
  aDirectoryFile() + Object.entries({ ...SECTIONS, ...sections }).map(([name, lines]) => `${name}: ${lines}\n`).join('');

describe('whom the hub exchanges with', () => {
  it('is taken as it stands when it holds together', () => {
    const { hub, hubs, channels, exchange } = buildDirectory(parseDirectory(anExchange()), 1);
    expect(hub).toEqual({ id: 'hub-north', name: 'North' });
    expect(hubs.get('hub-south')).toMatchObject({ agencies: ['southvale'], secret: 'with-south', keys: [{ kid: 'sv-1', use: 'delivery' }] });
    expect(channels.get('to-south')).toEqual({ id: 'to-south', kind: 'HUB', agency: 'southvale', hub: 'hub-south', adapter: 'authority-exchange', settings: null, system: null });
    expect(channels.get('own')).toMatchObject({ folder: 'northmere/own', adapter: 'ehm', system: 'northmere-903' });
    expect(exchange).toEqual([
      { from: 'northmere', agency: 'southvale', matters: ['INTERVIEW', 'EPISODE'], channel: 'to-south', within: { length: 2, calendar: 'WORKING_DAYS', source: 'an invented agreement' }, automatic: true, refusals: false },
      { from: null, agency: 'northmere', matters: ['OFFER'], channel: 'own', within: null, automatic: false, refusals: true },
    ]);
  });

  it('says what two authorities agreed on a risk assessment, which is asked for by itself only where that is said', () => {
    const { assessments } = buildDirectory(parseDirectory(`${aDirectoryFile()}assessments: [{ of: northmere }, { of: northmere, from: southvale, automatic: true, within: { length: 4, calendar: ELAPSED_HOURS, source: an invented agreement } }]\n`), 1);
    expect(assessments).toEqual([
      { from: null, of: 'northmere', within: null, automatic: false },
      { from: 'southvale', of: 'northmere', within: { length: 4, calendar: 'ELAPSED_HOURS', source: 'an invented agreement' }, automatic: true },
    ]);
    expect(parseDirectory(demonstrationDirectory).assessments).toEqual([]);
  });

  it.each([
    ['{ of: nowhere }', /assessments\[0\]\.of: nothing under "agencies" has this id/],
    ['{ of: mereshire-police }', /assessments\[0\]\.of: nothing under "agencies" has this id/],
    ['{ of: northmere, from: northmere }', /assessments\[0\]\.from: an authority does not ask itself/],
  ])('is refused where it says %s of a risk assessment', (entry, fault) => {
    expect(faultsOf(`${aDirectoryFile()}assessments: [${entry}]\n`).join('\n')).toMatch(fault);
  });

  it('need not be said: then the hub exchanges nothing, and in the demonstration nothing goes by itself but what a host tells into a folder', () => {
    const { hub, hubs, channels, exchange } = buildDirectory(parseDirectory(aDirectoryFile()), 1);
    expect([hub, hubs.size, channels.size, exchange]).toEqual([null, 0, 0, []]);
    expect(describeExchange(EMPTY_DIRECTORY)).toEqual([expect.stringContaining('exchanges nothing')]);
    expect(parseDirectory(demonstrationDirectory).exchange.filter(({ automatic }) => automatic)).toMatchObject([{ from: 'southvale', agency: 'westhaven', matters: ['EPISODE', 'INTERVIEW'], channel: 'westhaven-system' }]);
  });

  it('gives a system that a hub sends for the keys of that hub', () => {
    const systems = '\n  - { id: south-hub, agency: southvale, adapter: authority-exchange, hub: hub-south }\n  - { id: northmere-903, agency: northmere, adapter: ssda903 }';
    const file = aDirectoryFile({ systems }) + Object.entries(SECTIONS).map(([name, lines]) => `${name}: ${lines}\n`).join('');
    const { systems: built } = buildDirectory(parseDirectory(file), 1);
    expect(built.get('south-hub')).toMatchObject({ hub: 'hub-south', keys: [{ kid: 'sv-1' }] });
    expect(built.get('northmere-903')).toMatchObject({ hub: null, keys: [] });
  });

  it.each([
    ['{ agency: southvale, matters: [EPISODE, RISK_ASSESSMENT], channel: to-south }', /exchange\[0\]\.matters\[1\]: the hub takes in risk assessments of other hubs and sends none of its own.*name EPISODE/],
    ['{ agency: southvale, matters: [RISK_ASSESSMENT_REQUEST, RETRACTION], channel: to-south, within: { length: 2, calendar: WORKING_DAYS, source: an invented agreement } }', /exchange\[0\]\.within: a time is kept of INTERVIEW, OFFER, EPISODE, INTELLIGENCE alone.*"assessments"/],
  ])('is refused where nothing would come of %s', (entry, fault) => {
    expect(faultsOf(anExchange({ exchange: `\n  - ${entry}` })).join('\n')).toMatch(fault);
  });

  it('is shown line by line', () => {
    const lines = describeExchange(buildDirectory(parseDirectory(anExchange()), 1));
    expect(lines[0]).toBe('This hub is called hub-north.');
    expect(lines.join('\n')).toMatch(/hub-south +southvale +https:\/\/south\.example\/ +sv-1/);
    expect(lines.join('\n')).toMatch(/northmere +southvale +INTERVIEW, EPISODE +hub hub-south +authority-exchange +2 working days +by itself +not told/);
    expect(lines.join('\n')).toMatch(/any +northmere +OFFER +folder northmere\/own +ehm +not agreed +by a person +told/);
  });

  it.each<[string, Partial<typeof SECTIONS>, RegExp]>([
    ['without its own name', { hub: 'null' }, /hubs: the hub exchanges with others and does not say who it is itself/],
    ['that is itself', { hubs: `\n  ${HUB.replace('hub-south', 'hub-north')}`, channels: ' []', exchange: ' []' }, /hubs\[0\]\.id: this is the hub itself/],
    ['twice', { hubs: `\n  ${HUB}\n  ${HUB}` }, /hubs\[1\]\.id: this is used once already/],
    ['of an agency that another hub speaks for', { hubs: `\n  ${HUB}\n  ${HUB.replace('id: hub-south', 'id: hub-two')}` }, /hubs\[1\]\.agencies\[0\]: this is used once already/],
    ['of an agency nobody knows', { hubs: `\n  ${HUB.replace('[southvale]', '[southvale, nowhere]')}` }, /hubs\[0\]\.agencies\[1\]: nothing under "agencies" has this id/],
    ['with a key of another hub', { hubs: `\n  ${HUB.replace('kid: sv-1', 'kid: sv-1, hub: hub-west')}` }, /hubs\[0\]\.keys\[0\]\.hub: this key says that it is of another hub/],
    ['with a secret half', { hubs: `\n  ${HUB.replace('kid: sv-1', 'kid: sv-1, d: SECRETGULL')}` }, /hubs\[0\]\.keys\[0\]\.d: the directory has no such field/],
    ['over a hub that does not speak for it', { channels: '\n  - { id: to-south, kind: HUB, agency: northmere, hub: hub-south }', exchange: ' []' }, /channels\[0\]\.hub: this hub does not speak for the agency/],
    ['over a hub nobody knows', { channels: '\n  - { id: to-south, kind: HUB, agency: southvale, hub: hub-west }', exchange: ' []' }, /channels\[0\]\.hub: nothing under "hubs" has this id/],
    ['by a way that is none', { channels: '\n  - { id: to-south, kind: PIGEON, agency: southvale }', exchange: ' []' }, /channels\[0\]\.kind: .*HUB, FOLDER or WEBHOOK/],
    ['into a folder above the outbox', { channels: '\n  - { id: own, kind: FOLDER, agency: northmere, folder: ../keys, adapter: ehm }', exchange: ' []' }, /channels\[0\]\.folder: .*below the outbox/],
    ['into a folder of anywhere', { channels: '\n  - { id: own, kind: FOLDER, agency: northmere, folder: /etc, adapter: ehm }', exchange: ' []' }, /channels\[0\]\.folder: .*below the outbox/],
    ["for another agency's system", { channels: '\n  - { id: own, kind: FOLDER, agency: southvale, folder: own, adapter: ehm, system: northmere-903 }', exchange: ' []' }, /channels\[0\]\.system: this system is of another agency/],
    ['over a channel to somebody else', { exchange: '\n  - { agency: northmere, matters: [OFFER], channel: to-south }' }, /exchange\[0\]\.channel: this channel leads to another agency/],
    ['over a channel nobody knows', { exchange: '\n  - { agency: southvale, matters: [OFFER], channel: to-west }' }, /exchange\[0\]\.channel: nothing under "channels" has this id/],
    ['of a matter that is none', { exchange: '\n  - { agency: southvale, matters: [GOSSIP], channel: to-south }' }, /exchange\[0\]\.matters\[0\]: .*EPISODE, OFFER, INTERVIEW/],
    ['of one matter twice', { exchange: '\n  - { agency: southvale, matters: [OFFER, OFFER], channel: to-south }' }, /exchange\[0\]\.matters\[1\]: this is used once already/],
    ['by an hour without a number', { exchange: '\n  - { agency: southvale, matters: [OFFER], channel: to-south, within: { length: soon, calendar: ELAPSED_HOURS, source: x } }' }, /exchange\[0\]\.within\.length: .*a whole number of hours or days/],
  ])('is refused %s', (_fault, sections, said) => {
    const faults = faultsOf(anExchange(sections));
    expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
    expect(faults.join()).not.toContain('SECRETGULL');
  });

  it('refuses a system whose hub does not speak for its agency, or is none', () => {
    const systemsWith = (hub: string): string => `${aDirectoryFile({ systems: `\n  - { id: northmere-903, agency: northmere, adapter: ssda903, hub: ${hub} }` })}${Object.entries(SECTIONS).map(([name, lines]) => `${name}: ${lines}\n`).join('')}`;
    expect(faultsOf(systemsWith('hub-south'))).toEqual([expect.stringMatching(/systems\[0\]\.hub: this hub does not speak for the agency of this system/)]);
    expect(faultsOf(systemsWith('hub-west'))).toEqual([expect.stringMatching(/systems\[0\]\.hub: nothing under "hubs" has this id/)]);
  });
});

function faultsOf(text: string): readonly string[] {
  try {
    parseDirectory(text);
  } catch (error) {
    if (error instanceof HubError) {
      return error.details['faults'] as readonly string[]; // Of every refused directory.
    }
    throw error;
  }
  return [];
}
