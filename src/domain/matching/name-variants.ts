/**
 * One given name in its spellings: of names brought from other scripts, as registrars hear them, and of English ones.
 * Our own table. Names that only rhyme or look alike (Jayden and Jaydon, Mia and Maia) are not here: twins bear both.
 */
const SPELLINGS = `
mohammed muhammad mohammad mohamed muhammed mohamad muhamad mohamud mahamed muhammet mehmed
ahmed ahmad ahmet achmed | mahmoud mahmud mehmood mahmood | yusuf yousuf youssef yousef yusef yousaf yusuff yousif | ibrahim ebrahim ibraheem abraham
ismail ismael ishmael esmail ismaeel | ishaq ishak | yaqub yaqoob yakub yacoub | musa mousa moosa moussa | isa eesa essa | dawud dawood daoud daud
sulaiman suleiman suleyman sulayman soliman | haroon harun haroun | hussein hussain husain hussayn hossein husein | hassan hasan
ali aly | omar umar omer umer | osman othman uthman usman ousmane | abdullah abdallah abdulla abdoullah | abdurrahman abdulrahman abdirahman abdelrahman abdurahman
abdul abdel | khalid khaled khalit | karim kareem kerim | rashid rasheed rachid | said saeed sayed saeid | hamid hameed hamed | jamal gamal djamal cemal
bilal bilaal belal | idris idrees idriss | tariq tarik tareq tarek | faisal faysal feisal | walid waleed oualid | mustafa mustapha moustafa
zain zayn zane zein | ayan ayaan | rayan rayyan | hamza hamzah hamsa | yahya yahia yehya | zakaria zakariya zakariyya | junaid junayd
aisha ayesha aysha aicha aishah ayşe ayse | fatima fatimah fatema fatma fathima | maryam mariam maryem meryem mariyam | zainab zaynab zeinab zeynep zenab
khadija khadijah hadija khadidja | amina aminah ameena amna | noor nour nur | layla leila laila leyla leyla | yasmin yasmine yasmeen jasmin jasmine yasemin
hafsa hafsah | sumaya sumayyah sumaiya somaya | asma asmaa esma | safiya safiyah safia | halima halimah haleema | sara sarah | hanna hannah hana | rania raniya
mehdi mahdi | reza raza rida | farhad ferhat | shirin shireen | daryl darryl darrell
alexander aleksander aleksandr oleksandr alexandre alexandros | alexandra aleksandra oleksandra | andrew andrei andrey andriy | sergei sergey serhii serhiy sergiy
dmitri dmitry dmytro dimitri dmitriy | nikolai nikolay mykola | mikhail mykhailo michail | vladimir volodymyr wladimir | yuri yuriy iurii yurii | oleg oleh
natalia nataliya natalya nataliia | yulia iuliia julia yuliya yuliia | olga olha | elena olena yelena | ekaterina kateryna yekaterina | anastasia anastasiya anastasiia
tatiana tatyana tetiana | maria mariya mariia | sofia sofiya sofiia sophia zofia | daria darya dariia dariya | polina polyna | kateryna katerina
ivan iwan | pavel pavlo pawel | viktor victor wiktor | viktoria victoria wiktoria viktoriia viktoriya | jakub yakub | filip philip phillip filipe
krzysztof christopher kristof | michal michael mikael | mateusz matthew mateus | tomasz thomas tomas | lukasz lucas lukas | stefan stephan
giorgi georgi georgy heorhii | oluwaseun oluseun | chukwuemeka emeka | tewodros tedros teodros | yonas jonas | haile hayle | dawit dawid
tsegaye tsegay | gebre ghebre | filmon philmon | biniam binyam | samuel samuil | aaron aron | isaac isaak izaak issac
catherine katherine kathryn katharine cathryn kathrine | sophie sofie | stephen steven | isabel isobel isabelle ysobel | isabella izabella isabela
zoe zoey | lily lilly lilley | rhys reece reese rees | sean shaun shawn | geoffrey jeffrey | caitlin kaitlyn caitlyn katelyn | lewis louis luis
elliot elliott eliot | phoebe phebe | rebecca rebekah rebeka | rachel rachael | nicholas nicolas nikolas | jonathan johnathan jonathon | ann anne
alan allan allen | bryan brian | craig kraig | elizabeth elisabeth elisabet | teresa theresa | sian shan | aimee amy | chloe khloe cloe | mathew matthew
lawrence laurence | marc mark | eric erik | carl karl | frederick frederic fredrick | abigail abigayle abbigail | megan meghan | charlotte sharlotte | niamh neve neave
siobhan shivaun chevonne | aoife eefa | tadhg teague | ciaran kieran kieron | eoin owen | vivienne vivian | deborah debra | sylvia silvia | leigh lee
hayley hailey haley | jessica jesica | madeleine madeline madeleine | imogen imogene | tobias tobiasz | zachary zachery zackary | harriet harriett | annabel annabelle`;

const FIRST_SPELLING = new Map(
  SPELLINGS.split(/[|\n]/).flatMap((line) => {
    const [first = '', ...others] = line.trim().split(/\s+/);
    return [first, ...others].map((word): [string, string] => [word, first]);
  }),
);

/** The spelling that stands for all of a given name's. */
export function oneSpelling(word: string): string {
  return FIRST_SPELLING.get(word) ?? word;
}
