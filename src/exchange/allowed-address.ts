import { BlockList, isIP } from 'node:net';

/** Not reachable from everywhere, by the IANA registries of special-purpose addresses; and what a cloud's own services answer under. */
const V4_SPECIAL: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by a provider's customers; a cloud's metadata too
  ['127.0.0.0', 8], // loopback
  ['168.63.129.16', 32], // a cloud's own services, under an address that looks public
  ['169.254.0.0', 16], // link-local; metadata
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments; metadata
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];
/** Of version 6 only global unicast is ever taken, which leaves out loopback, link-local, unique local, multicast, mapped and translated version 4. */
const V6_GLOBAL = ['2000::', 3] as const;
const V6_SPECIAL: readonly (readonly [string, number])[] = [
  ['2001::', 23], // protocol assignments, Teredo among them
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, which carries a version 4 address
  ['3fff::', 20], // documentation
];

const special = new BlockList();
V4_SPECIAL.forEach(([net, prefix]) => {
  special.addSubnet(net, prefix, 'ipv4');
});
V6_SPECIAL.forEach(([net, prefix]) => {
  special.addSubnet(net, prefix, 'ipv6');
});
const global = new BlockList();
global.addSubnet(...V6_GLOBAL, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Is this an address that anybody on the internet reaches, and nobody's inner network? */
export function isPublicAddress(address: string): boolean {
  const version = versionOf(address);
  if (version === 4) {
    return !special.check(address, 'ipv4');
  }
  return version === 6 && global.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** Is this an address of this very machine, in its own version? */
export function isLoopbackAddress(address: string): boolean {
  const version = versionOf(address);
  return version === 4 ? loopback.check(address, 'ipv4') : version === 6 && !isMapped(address) && loopback.check(address, 'ipv6');
}

/** 4, 6 or null; an address with a zone is of one machine's own wires. */
function versionOf(address: string): 4 | 6 | null {
  const version = address.includes('%') ? 0 : isIP(address);
  return version === 4 || version === 6 ? version : null;
}

const mapped = new BlockList();
mapped.addSubnet('::ffff:0:0', 96, 'ipv6');
const isMapped = (address: string): boolean => mapped.check(address, 'ipv6');
