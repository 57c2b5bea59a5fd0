import { connectedRecords } from '../../../src/domain/fold/connected-records.ts';

const keys = (...pairs: readonly (readonly [record: string, name: string])[]) => pairs.map(([record, name]) => ({ record, name }));

describe('records that are tied to one another', () => {
  it('are those that share a key, directly or through others', () => {
    const groups = connectedRecords(['a', 'b', 'c', 'd', 'e'], keys(['a', 'x'], ['b', 'x'], ['b', 'y'], ['d', 'y'], ['c', 'z']));
    expect(groups.map((group) => group.toSorted())).toEqual([['a', 'b', 'd'], ['c'], ['e']]);
  });

  it('are none where nothing is shared', () => {
    expect(connectedRecords(['a', 'b'], keys(['a', 'x'], ['b', 'y']))).toEqual([['a'], ['b']]);
  });
});
