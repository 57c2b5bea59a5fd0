import { isLoopbackAddress, isPublicAddress } from '../../src/exchange/allowed-address.ts';

describe('an address', () => {
  it.each(['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.0', '168.63.129.15', '169.253.255.255', '172.15.255.255', '172.32.0.0', '192.167.255.255', '198.17.255.255', '198.20.0.0', '223.255.255.255', '2606:4700::1111', '2a00::1', '2001:200::', '2003::1', '3ffe::1'])(
    'is public: %s',
    (address) => {
      expect([isPublicAddress(address), isLoopbackAddress(address)]).toEqual([true, false]);
    },
  );

  it.each([
    ['this network', ['0.0.0.0', '0.1.2.3']],
    ['private', ['10.0.0.0', '10.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.0.0', '192.168.255.255']],
    ['shared', ['100.64.0.0', '100.127.255.255', '100.100.100.200']],
    ['link-local, and metadata', ['169.254.0.1', '169.254.169.254', 'fe80::1', 'febf::1', 'fe80::1%eth0', 'fd00:ec2::254', '192.0.0.192', '168.63.129.16']],
    ['documentation and benchmarks', ['192.0.2.1', '198.51.100.7', '203.0.113.255', '198.18.0.1', '198.19.255.255', '2001:db8::1', '3fff::1', '3fff:fff::1']],
    ['multicast, reserved and broadcast', ['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', 'ff02::1']],
    ['nowhere, unique local, site-local', ['::', 'fc00::1', 'fdff::1', 'fec0::1', '100::1', '5f00::1', '4000::1']],
    ['version 4 in version 6, mapped', ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '0:0:0:0:0:ffff:a00:1', '::ffff:0:7f00:1']],
    ['version 4 in version 6, otherwise', ['::127.0.0.1', '::7f00:1', '64:ff9b::7f00:1', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2']],
    ['not an address as it is written', ['', 'localhost', '2130706433', '0x7f000001', '0177.0.0.1', '127.1', '127.0.0.01', '1.1.1.1.', ' 1.1.1.1', '1.1.1.1/8', '1.1.1.256', '[2606:4700::1111]', '2606:4700::1111%1', 'g::1', '\u0661.1.1.1']],
  ])('is not public: %s', (_kind, addresses) => {
    expect(addresses.filter((address) => isPublicAddress(address) || isLoopbackAddress(address))).toEqual([]);
  });

  it.each(['127.0.0.1', '127.255.255.254', '::1', '0:0:0:0:0:0:0:1'])("is this machine's own, and not public: %s", (address) => {
    expect([isPublicAddress(address), isLoopbackAddress(address)]).toEqual([false, true]);
  });
});
