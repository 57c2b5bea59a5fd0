import type { Network, TextFor } from '../../../src/domain/redaction/network.ts';

/** An invented child, whom the hub knows around her, and a home that the text goes to. */
export function aNetwork(given: Partial<Network> = {}): Network {
  return {
    child: { names: ['Ada Testgirl'], alsoCalled: ['Addy'], addresses: ['2 Larch Rise, Testtown, ZZ1 1AA', '9 Elmtest Road, Otherton, ZZ2 2BB'] },
    people: [
      { names: ['Desmond Quillfeather'], alsoCalled: ['Dez', 'Big D'] },
      { names: ['Will Testgirl'], alsoCalled: ['V'] },
      { names: ['Robert Łukasik'], alsoCalled: [] },
    ],
    places: ['14 Tansy Row, Saltby Cross, ZZ4 9QX', 'The Anchor Snooker Hall, Saltby'],
    phones: ['07700 900123'],
    vehicles: ['QX17 TBN'],
    handles: ['@dez.qf'],
    ...given,
  };
}

export function aHome(given: Partial<TextFor> = {}): TextFor {
  return { audience: 'PLACEMENT', names: ['Larch House'], addresses: ['2 Larch Rise, Testtown ZZ1 1AA'], ...given };
}
