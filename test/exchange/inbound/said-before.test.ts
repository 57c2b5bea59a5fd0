import { saidBefore, type SaidBefore } from '../../../src/exchange/inbound/said-before.ts';

/** `A1`: the words A, said at 1; kept as the document of that name. */
const taken = (name: string) => ({ message: name.charAt(0), saidAt: Number(name.slice(1)), documents: [name], sent: {} });
const inOrder = (names: string) => names.split(' ').filter(Boolean).map(taken);

it.each<[string, string, SaidBefore]>([
  ['', 'A1', { is: 'NEW' }],
  ['A1', 'A1', { is: 'KNOWN', documents: ['A1'] }],
  ['A1', 'A2', { is: 'AGAIN', documents: ['A1'] }],
  ['A1', 'B2', { is: 'NEW' }],
  ['A1 B2', 'B2', { is: 'KNOWN', documents: ['B2'] }],
  ['A1 B2', 'B3', { is: 'AGAIN', documents: ['B2'] }],
  ['A1 B2', 'A3', { is: 'NEW' }],
  ['A1 B2', 'A1', { is: 'KNOWN', documents: ['A1'] }],
  ['A1 B2 A3', 'A4', { is: 'AGAIN', documents: ['A3'] }],
  ['A1 B2 A3', 'A1', { is: 'KNOWN', documents: ['A3'] }],
  ['A1 B2 A3', 'B2', { is: 'KNOWN', documents: ['B2'] }],
  ['A1 B2 A3', 'B4', { is: 'NEW' }],
  ['B2', 'A1', { is: 'OVERTAKEN' }],
  ['A1 A5', 'B3', { is: 'OVERTAKEN' }],
  ['A1', 'B1', { is: 'NEW' }],
  ['A1 B1', 'A1', { is: 'KNOWN', documents: ['A1'] }],
])('after "%s" comes %s: %j', (before, name, is) => {
  expect(saidBefore(inOrder(before), taken(name))).toEqual(is);
});
