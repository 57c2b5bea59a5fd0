/** Names of one culture: real given names, and surnames that nobody could take for a real person's. */
export interface NamesOfCulture {
  readonly girls: readonly [string, ...string[]];
  readonly boys: readonly [string, ...string[]];
  readonly surnames: readonly [string, ...string[]];
  /** Ethnicity codes of the School Census that go with them in these files. */
  readonly ethnicities: readonly [string, ...string[]];
}

/** Where most of those come from who come alone. */
export const AFAR: readonly [NamesOfCulture, ...NamesOfCulture[]] = [
  { girls: ['Selam', 'Hiwet'], boys: ['Filmon', 'Yonas', 'Robel'], surnames: ['Inventay', 'Testgabir'], ethnicities: ['BAFR'] },
  { girls: ['Parwana', 'Shilan'], boys: ['Ahmad Zia', 'Karwan', 'Rebwar'], surnames: ['Samplezai', 'Testyar', 'Fictioni'], ethnicities: ['AOTH', 'OOTH'] },
];

export const CULTURES: readonly [NamesOfCulture, ...NamesOfCulture[]] = [
  { girls: ['Poppy', 'Erin', 'Maisie', 'Zoë'], boys: ['Alfie', 'Callum', 'Rhys', 'Finlay'], surnames: ['Testfield', 'Samplesworth', 'Made-Upham', 'O’Example'], ethnicities: ['WBRI', 'WOTH'] },
  { girls: ['Siân', 'Niamh', 'Caoimhe'], boys: ['Oisín', 'Iestyn', 'Tadhg'], surnames: ['Ó Samplaigh', 'ap Invention', 'Mac Example'], ethnicities: ['WIRI', 'WBRI'] },
  { girls: ['Aaliyah', 'Temi', 'Chiamaka'], boys: ['Tunde', 'Kofi', 'Chidi'], surnames: ['Inventedu', 'Sampleola', 'Madeupwe'], ethnicities: ['BAFR', 'MWBA'] },
  { girls: ['Shanice', 'Renée'], boys: ['Tyrell', 'Jermaine'], surnames: ['Fictionbury', 'Placeholderson'], ethnicities: ['BCRB', 'MWBC'] },
  { girls: ['Ayesha', 'Zainab', 'Noor'], boys: ['Hamza', 'Bilal', 'Yusuf'], surnames: ['Madeupdin', 'al-Example', 'bin Sample'], ethnicities: ['APKN', 'ABAN'] },
  { girls: ['Priya', 'Anjali', 'Harleen'], boys: ['Arjun', 'Rohan', 'Gurpreet'], surnames: ['Inventapal', 'Samplejit', 'Examplewal'], ethnicities: ['AIND'] },
  { girls: ['Zofia', 'Weronika'], boys: ['Kacper', 'Wojciech'], surnames: ['Przykładowska', 'Testowicz', 'Wymyślona'], ethnicities: ['WOTH'] },
  { girls: ['Ioana', 'Esmeralda'], boys: ['Ştefan', 'Răzvan'], surnames: ['Exemplescu', 'Fictivu'], ethnicities: ['WROM', 'WOTH'] },
  { girls: ['Linh', 'Mai'], boys: ['Minh', 'Duc'], surnames: ['Nguyen-Sample', 'Tran-Madeup'], ethnicities: ['AOTH'] },
  { girls: ['Xin Yi', 'Mei'], boys: ['Zhi Hao', 'Jun'], surnames: ['Fictionchan', 'Li-Example'], ethnicities: ['CHNE'] },
  ...AFAR,
];
