import { authorityNamedIn } from '../../src/directory/authority-named-in.ts';
import { aDirectoryOfPeople } from '../actions/some-people.ts';

describe('which authority a text names', () => {
  const directory = aDirectoryOfPeople();
  it.each([
    ['southvale', 'southvale'],
    [' Southvale, by somebody independent of the home', 'southvale'],
    ['southvale: its return service', 'southvale'],
    ['Southvale does not interview', null],
    ['not southvale', null],
    ['mereshire-police', null],
    ['the host', null],
    [', southvale', null],
    ['', null],
  ])('"%s" names %s', (text, named) => {
    expect(authorityNamedIn(directory, text)).toBe(named);
  });
});
