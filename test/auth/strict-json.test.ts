import { parseStrictJson } from '../../src/auth/strict-json.ts';

describe('strict JSON', () => {
  it.each([
    '{}',
    ' { "a" : { "a" : [ { "a" : 1 }, { "a" : 2 } ] }, "b" : "a" } ',
    '{"a":"b\\"c\\":{","d":"}","e":"\\\\"}',
    '{"a":["x","x"],"x":null}',
    '{"quote\\"":1,"quote":2}',
    '{"😀":"\\u0000","é":true}',
  ])('reads %s as JSON does', (text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['a name twice', '{"a":1,"a":1}'],
    ['a name twice, spelt differently', '{"a":1,"\\u0061":2}'],
    ['a name twice further in', '{"a":[{"b":{"c":1,"d":2,"c":3}}]}'],
    ['a name twice around another object', '{"a":{"b":1},"a":2}'],
    ['__proto__', '{"__proto__":{}}'],
    ['__proto__ further in, spelt differently', '{"a":[{"\\u005f_proto__":1}]}'],
    ['a list', '[]'],
    ['text', '"a"'],
    ['null', 'null'],
    ['nothing', ''],
    ['JSON that breaks off', '{"a":1'],
    ['something after the end', '{} {}'],
  ])('refuses %s', (_name, text) => {
    expect(parseStrictJson(text)).toBeNull();
  });
});
