import { describeDuty, explainRings } from '../../src/cli/describe-duty.ts';
import { buildDirectory } from '../../src/directory/build-directory.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { whoIsRung } from '../../src/directory/who-is-rung.ts';
import { HubError } from '../../src/domain/errors.ts';
import { aDirectoryFile, aPerson } from './a-directory-file.ts';

const CHANNELS = `  - { id: northmere-phones, agency: northmere, kind: WEBHOOK, url: "https://phones.north.example/ring", secret: with-phones }
  - { id: southvale-phones, agency: southvale, kind: WEBHOOK, url: "https://phones.south.example/ring", secret: with-phones }
  - { id: northmere-records, agency: northmere, kind: WEBHOOK, url: "https://records.north.example/in", secret: with-records }
  - { id: northmere-folder, agency: northmere, kind: FOLDER, folder: own, adapter: ssda903 }`;

const aFile = (...rings: readonly string[]): string => `${aDirectoryFile({ people: `\n${aPerson({ id: 'nia', roles: '[{ role: HUB_COORDINATOR, agency: northmere }]' })}\n${aPerson({ id: 'max', roles: '[{ role: TEAM_MANAGER, agency: northmere }]', also: ', suspended: true' })}` })}hub: { id: hub-north, name: North }
channels:
${CHANNELS}
exchange:
  - { agency: northmere, matters: [EPISODE], channel: northmere-records }
rings:
${rings.map((ring) => `  - ${ring}`).join('\n')}
`;

function faultsOf(...rings: readonly string[]): readonly string[] {
  try {
    parseDirectory(aFile(...rings));
    return [];
  } catch (error) {
    return error instanceof HubError ? [error.details['faults'] ?? []].flat().map(String) : [];
  }
}

const SENIORS = '{ agency: northmere, role: SENIOR_WORKER, channel: northmere-phones }';
const NIA = '{ agency: northmere, person: nia, channel: northmere-phones }';

describe('whose phone rings', () => {
  it('is said of a role and of a person, who read as they are held to', () => {
    const directory = buildDirectory(parseDirectory(aFile(SENIORS, NIA, '{ agency: northmere, person: max, channel: northmere-phones }')), 1);
    expect(whoIsRung(directory)).toEqual([
      { addressee: 'SENIOR_WORKER:northmere', agency: 'northmere', channel: 'northmere-phones', reads: ['ALL', 'SENIOR_WORKER:northmere'] },
      { addressee: 'nia@northmere', agency: 'northmere', channel: 'northmere-phones', reads: ['ALL', 'nia@northmere', 'HUB_COORDINATOR:northmere', 'HUB_COORDINATOR:nia@northmere'] },
      { addressee: 'max@northmere', agency: 'northmere', channel: 'northmere-phones', reads: [] },
    ]);
  });

  it.each<[string, string, RegExp]>([
    ['a role at no agency', '{ agency: nowhere, role: EDT, channel: northmere-phones }', /rings\[0\]\.agency: nothing under "agencies" has this id/],
    ['a role that is told nothing first', '{ agency: northmere, role: AUDITOR, channel: northmere-phones }', /rings\[0\]\.role: this role is told nothing first/],
    ['a role of another kind of agency', '{ agency: northmere, role: POLICE_MISSING_TEAM, channel: northmere-phones }', /rings\[0\]\.role: this role is not held at an agency of kind AUTHORITY/],
    ['a person without a role there', '{ agency: southvale, person: nia, channel: southvale-phones }', /rings\[0\]\.person: nobody of this id has a role at this agency/],
    ['a channel that nobody knows', '{ agency: northmere, role: EDT, channel: nowhere }', /rings\[0\]\.channel: nothing under "channels" has this id/],
    ['a channel to another agency', '{ agency: northmere, role: EDT, channel: southvale-phones }', /rings\[0\]\.channel: this channel is no webhook that leads to this agency/],
    ['a folder', '{ agency: northmere, role: EDT, channel: northmere-folder }', /rings\[0\]\.channel: this channel is no webhook/],
    ['a channel over which records go', '{ agency: northmere, role: EDT, channel: northmere-records }', /rings\[0\]\.channel: records go over this channel/],
    ['both a role and a person', '{ agency: northmere, role: EDT, person: nia, channel: northmere-phones }', /rings\[0\]/],
    ['neither', '{ agency: northmere, channel: northmere-phones }', /rings\[0\]/],
  ])('is refused of %s', (_of, ring, says) => {
    const [first, ...more] = faultsOf(ring);
    expect(more.filter((fault) => !fault.includes('rings[0].channel'))).toEqual([]);
    expect(first).toMatch(says);
  });

  it('is refused where somebody stands there twice', () => {
    expect(faultsOf(SENIORS, SENIORS)).toEqual([expect.stringMatching(/rings\[1\]: whom this rings stands here already/)]);
  });

  it('stands beside each role of the duty chains, with those rung by name and whom nothing rings', () => {
    const directory = buildDirectory(parseDirectory(aFile(SENIORS, NIA)), 1);
    const [heads = '', seniors = '', managers = ''] = describeDuty(directory);
    const rings = (row: string): string => row.slice(heads.indexOf('RINGS'), heads.indexOf('HELD BY')).trim();
    expect([rings(seniors), rings(managers)]).toEqual(['northmere-phones', '-']);
    expect(explainRings(directory)).toEqual([
      expect.stringMatching(/^nia of northmere is rung over northmere-phones of what comes before them by name/),
      expect.stringMatching(/^Nothing rings anybody at southvale, mereshire-police:/),
    ]);
  });
});
