import { calledIn, calledInProse } from '../../../src/domain/redaction/called-in.ts';

describe('an entry of a list of people', () => {
  it.each<[string, string[]]>([
    ['Orrin Madeup', ['Orrin Madeup']],
    ['Dave smithtest', ['Dave smithtest']],
    ['dave from the garage', ['dave']],
    ['dave smithtest', ['dave smithtest']],
    ['his friend Kai Sample from Tidewell', ['Kai Sample', 'Tidewell']],
    ['her mate jade', ['jade']],
    ['a lad called zed who drives', ['zed']],
    ['two older lads from the garage', []],
    ['some people who drive fast cars', []],
    ['Uncle Bo (34)', ['Bo']],
    ['the Dave smithtest from there', ['Dave smithtest']],
    ['drives fast cars', []],
    ['with big Kai', ['Kai']],
    ['some cousin bo', ['bo']],
    ['Zo\u200Be', ['Zoe', 'Zo e']],
    ['Zoë', ['Zoe']],
  ])('%j names %j', (entry, names) => {
    expect(calledIn(entry)).toEqual([{ names, alsoCalled: [entry] }]);
  });
  it.each(['', 'unknown male', 'Unknown', 'two older lads', 'Mum', 'her friends', 'staff at the home', '16', '-', 'School friends'])('%j names nobody', (entry) => {
    expect(calledIn(entry)).toEqual([]);
  });
});

describe('what somebody writes of a child’s friends', () => {
  it.each<[string, string[]]>([
    ['Kai, Jade and Mo', ['Kai', 'Jade', 'Mo']],
    ['Kai Sample (17); his cousin Bo.\nZed/Ty', ['Kai Sample', 'Bo', 'Zed', 'Ty']],
    ['Best friend is Kai or jade', ['Kai', 'jade']],
    ['kai & jade', ['kai', 'jade']],
    ['Lots of people at school', []],
    ['', []],
  ])('%j names %j', (text, names) => {
    expect(calledInProse(text)).toEqual(names.map((name) => ({ names: [name], alsoCalled: [], inProse: true })));
  });
});
