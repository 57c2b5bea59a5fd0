import type { DirectoryFault } from './directory-fault.ts';
import type { DirectoryFile } from './directory-file.ts';
import { TIMED_MATTERS } from './exchange-file.ts';
import { ringContradictions } from './ring-contradictions.ts';

type Path = DirectoryFault['path'];
type Names = ReadonlySet<string>;

/** Where the file contradicts itself about whom the hub exchanges with: names that lead nowhere, and ways that do not fit. */
export function exchangeContradictions(file: DirectoryFile): DirectoryFault[] {
  return [...unnamedHub(file), ...repeated(file), ...hubs(file), ...systems(file), ...channels(file), ...entries(file), ...assessments(file), ...ringContradictions(file)];
}

/** Whoever exchanges says who it is: a partner's list of keys begins with that name. */
function unnamedHub({ hub, hubs, channels, exchange }: DirectoryFile): DirectoryFault[] {
  const first = [...Object.entries({ hubs, channels, exchange })].find(([, lines]) => lines.length > 0);
  if (hub === null) {
    return first === undefined ? [] : [{ path: [first[0]], wrong: 'the hub exchanges with others and does not say who it is itself', mend: 'add "hub" with its "id" and "name"' }];
  }
  return hubs.flatMap(({ id }, at) => (id === hub.id ? [{ path: ['hubs', at, 'id'], wrong: 'this is the hub itself', mend: 'take it out: only other hubs stand here' }] : []));
}

function repeated({ hubs, channels, exchange }: DirectoryFile): DirectoryFault[] {
  return [
    ...twice(hubs.map(({ id }, at) => ({ path: ['hubs', at, 'id'], name: id }))),
    ...twice(hubs.flatMap(({ agencies }, at) => agencies.map((agency, nth) => ({ path: ['hubs', at, 'agencies', nth], name: agency })))),
    ...hubs.flatMap(({ keys }, at) => twice(keys.map(({ kid }, nth) => ({ path: ['hubs', at, 'keys', nth, 'kid'], name: kid })))),
    ...twice(channels.map(({ id }, at) => ({ path: ['channels', at, 'id'], name: id }))),
    ...exchange.flatMap(({ matters }, at) => twice(matters.map((matter, nth) => ({ path: ['exchange', at, 'matters', nth], name: matter })))),
  ];
}

function twice(names: readonly { readonly path: Path; readonly name: string }[]): DirectoryFault[] {
  return names.flatMap(({ path, name }, at) => (names.findIndex((other) => other.name === name) < at ? [{ path, wrong: 'this is used once already', mend: 'give each its own, or take one of the two out' }] : []));
}

function hubs({ hubs: listed, agencies }: DirectoryFile): DirectoryFault[] {
  const known = idsOf(agencies);
  return listed.flatMap(({ id, agencies: spoken, keys }, at) => [
    ...spoken.flatMap((agency, nth) => unknown(known, agency, { path: ['hubs', at, 'agencies', nth], list: 'agencies' })),
    ...keys.flatMap(({ hub = id }, nth) => (hub === id ? [] : [{ path: ['hubs', at, 'keys', nth, 'hub'], wrong: 'this key says that it is of another hub', mend: 'take the keys that this hub publishes' }])),
  ]);
}

/** A hub sends for the agencies that it may speak for, and for no other. */
function systems({ systems: listed, hubs: known }: DirectoryFile): DirectoryFault[] {
  return listed.flatMap(({ hub, agency }, at) => {
    const path = ['systems', at, 'hub'];
    const found = known.find(({ id }) => id === hub);
    if (hub === null || found === undefined) {
      return hub === null ? [] : unknown(idsOf(known), hub, { path, list: 'hubs' });
    }
    return found.agencies.includes(agency) ? [] : [{ path, wrong: 'this hub does not speak for the agency of this system', mend: 'name the agency under "agencies" of the hub, or another hub here' }];
  });
}

function channels({ channels: listed, agencies, hubs: known, systems: sources }: DirectoryFile): DirectoryFault[] {
  return listed.flatMap((channel, at) => {
    const of = (part: string, list: string): Place => ({ path: ['channels', at, part], list });
    const source = sources.find(({ id }) => id === channel.system);
    const hub = channel.kind === 'HUB' ? known.find(({ id }) => id === channel.hub) : undefined;
    return [
      ...unknown(idsOf(agencies), channel.agency, of('agency', 'agencies')),
      ...(channel.system === null ? [] : unknown(idsOf(sources), channel.system, of('system', 'systems'))),
      ...(source !== undefined && source.agency !== channel.agency ? [{ path: ['channels', at, 'system'], wrong: 'this system is of another agency than the channel leads to', mend: 'correct one of the two' }] : []),
      ...(channel.kind === 'HUB' ? unknown(idsOf(known), channel.hub, of('hub', 'hubs')) : []),
      ...(hub !== undefined && !hub.agencies.includes(channel.agency) ? [{ path: ['channels', at, 'hub'], wrong: 'this hub does not speak for the agency that the channel leads to', mend: 'name the agency under "agencies" of the hub, or another hub here' }] : []),
    ];
  });
}

function entries({ exchange, agencies, channels: listed }: DirectoryFile): DirectoryFault[] {
  const known = idsOf(agencies);
  return exchange.flatMap(({ from, agency, channel, matters, within }, at) => {
    const found = listed.find(({ id }) => id === channel);
    return [
      ...(from === null ? [] : unknown(known, from, { path: ['exchange', at, 'from'], list: 'agencies' })),
      ...unknown(known, agency, { path: ['exchange', at, 'agency'], list: 'agencies' }),
      ...unknown(idsOf(listed), channel, { path: ['exchange', at, 'channel'], list: 'channels' }),
      ...(found !== undefined && found.agency !== agency ? [{ path: ['exchange', at, 'channel'], wrong: 'this channel leads to another agency', mend: 'name one that leads to the agency of this entry' }] : []),
      ...matters.flatMap((matter, nth) => (matter === 'RISK_ASSESSMENT' ? [{ path: ['exchange', at, 'matters', nth], ...NEVER_SENT }] : [])),
      ...(within !== null && !matters.some((matter) => TIMED_MATTERS.some((one) => one === matter)) ? [{ path: ['exchange', at, 'within'], ...NO_TIME_OF_ITS_OWN }] : []),
    ];
  });
}

const NEVER_SENT = {
  wrong: 'the hub takes in risk assessments of other hubs and sends none of its own: nothing would ever go as this',
  mend: 'name EPISODE, with which what an authority says of the risk goes, and RISK_ASSESSMENT_REQUEST to ask for one',
};
const NO_TIME_OF_ITS_OWN = {
  wrong: `a time is kept of ${TIMED_MATTERS.join(', ')} alone, and this entry names none of them`,
  mend: 'take "within" out; by when a risk assessment is owed stands under "assessments"',
};

function assessments({ assessments: listed, agencies }: DirectoryFile): DirectoryFault[] {
  const known = idsOf(agencies.filter(({ kind }) => kind === 'AUTHORITY'));
  return listed.flatMap(({ from, of }, at) => [
    ...(from === null ? [] : unknown(known, from, { path: ['assessments', at, 'from'], list: 'agencies' })),
    ...unknown(known, of, { path: ['assessments', at, 'of'], list: 'agencies' }),
    ...(from === of ? [{ path: ['assessments', at, 'from'], wrong: 'an authority does not ask itself', mend: 'name the host here, or leave "from" out' }] : []),
  ]);
}

const idsOf = (lines: readonly { readonly id: string }[]): Names => new Set(lines.map(({ id }) => id));

interface Place {
  readonly path: Path;
  readonly list: string;
}

function unknown(names: Names, name: string, { path, list }: Place): DirectoryFault[] {
  return names.has(name) ? [] : [{ path, wrong: `nothing under "${list}" has this id`, mend: `correct it, or add it under "${list}"` }];
}
