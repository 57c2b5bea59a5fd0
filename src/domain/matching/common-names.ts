/**
 * How much a shared name says, in bits: log2 of the part of the population that bears it. Surnames: bearers in the United
 * Kingdom as published with the Oxford Dictionary of Family Names in Britain and Ireland (2016: Smith over 500,000, Jones
 * 400,000, Williams 300,000, Brown and Taylor over 250,000, Johnson over 150,000, Lee nearly 84,000) in 65 million; those
 * after, and given names, in bands of ours by their place in the lists of the Office for National Statistics.
 */
const SURNAMES: readonly (readonly [bits: number, names: string])[] = [
  [7, 'smith jones'],
  [7.8, 'williams brown taylor khan'],
  [8.7, 'johnson davies patel ahmed hussain ali singh kaur begum wilson evans thomas roberts walker wright thompson white robinson hughes'],
  [9.5, `lee edwards hall green wood harris lewis martin jackson clarke clark turner hill scott cooper morris ward moore king watson baker harrison
    morgan young allen mitchell james anderson phillips bennett shah akhtar miah rahman islam iqbal mohamed mohammed hassan campbell bell murphy kelly
    cook carter richardson bailey collins shaw parker miller cox adams begum malik mahmood murray simpson marshall price griffiths chen wang nguyen`],
];
const GIVEN_NAMES: readonly (readonly [bits: number, names: string])[] = [
  [6.5, 'mohammed'],
  [7.5, `oliver george harry noah jack leo arthur oscar charlie jacob thomas henry freddie theo william alfie joshua james archie ethan
    olivia amelia isla ava mia ivy lily emily sophie sophia grace freya florence ella evie poppy charlotte willow daisy jessica isabella sienna phoebe alice`],
  [8.3, `daniel samuel adam max alexander logan lucas isaac benjamin joseph sebastian edward harrison jayden dylan luke riley matthew ryan ali ahmed yusuf
    ibrahim abdullah omar ruby elsie chloe sarah maryam fatima aisha hannah ellie eva lucy holly emma megan matilda rosie scarlett lola maria maya zainab layla`],
];
const RARE_SURNAME = 11.5;
const RARE_GIVEN_NAME = 9.5;

const surnameBits = bitsByName(SURNAMES);
const givenNameBits = bitsByName(GIVEN_NAMES);

/** What two children's sharing this surname says, the rarer the more. */
export function bitsOfSurname(joined: string): number {
  return surnameBits.get(joined) ?? RARE_SURNAME;
}

/** What two children's sharing this given name says. */
export function bitsOfGivenName(word: string): number {
  return givenNameBits.get(word) ?? RARE_GIVEN_NAME;
}

function bitsByName(bands: typeof SURNAMES): Map<string, number> {
  return new Map(bands.flatMap(([bits, names]) => names.split(/\s+/).map((name): [string, number] => [name, bits])));
}
