/**
 * What children are called for short, and how names of other scripts are spelt, as people say and hear them: written apart
 * from the hub's own tables, which know some of these and not others.
 */
const SHORT = `Olivia:Liv,Livvy,Ollie Amelia:Millie,Mimi,Milly Isabella:Bella,Izzy,Ella Isabelle:Izzy,Belle,Issy Grace:Gracie Daisy:Dais Sienna:Si Poppy:Pops Emily:Em,Emmy,Ems
Evelyn:Evie,Eve Charlotte:Charlie,Lottie,Char Matilda:Tilly,Mattie Sophie:Soph Sophia:Sophie,Soph Florence:Flo,Flossie Penelope:Penny,Nell Eleanor:Ellie,Nell Scarlett:Scar,Letty
Abigail:Abi,Abbie,Gail Elizabeth:Lizzie,Beth,Liz,Eliza,Libby Victoria:Vicky,Tori Rebecca:Becky,Becca,Bex Jessica:Jess,Jessie Annabelle:Annie,Bella Hannah:Han Beatrice:Bea,Bee
Megan:Meg,Megs Francesca:Fran,Frankie,Chess Jasmine:Jas,Jazz Felicity:Flick,Fliss Katie:Kate,Kit Samantha:Sam,Sammy Natasha:Tash,Tasha Catherine:Cathy,Kate,Cat,Kitty Bethany:Beth
Caitlin:Cait Danielle:Dani Lauren:Loz Nicole:Nikki Madison:Maddie Gabriella:Gabby,Ella Alexandra:Alex,Lexi,Sasha Rachel:Rach Stephanie:Steph Josephine:Jo,Josie Harriet:Hattie,Harri
Oliver:Ollie,Olly George:Georgie Arthur:Art,Artie Harry:Haz Jacob:Jake,Jay Henry:Harry,Hal Thomas:Tom,Tommy Frederick:Fred,Freddie Alfie:Alf William:Will,Billy,Bill,Liam Archie:Arch
Joshua:Josh Alexander:Alex,Xander,Alec James:Jim,Jimmy,Jamie Isaac:Zac,Ike Edward:Ed,Eddie,Ted,Teddy Benjamin:Ben,Benji Joseph:Joe,Joey Sebastian:Seb Harrison:Harry,Haz Elijah:Eli
Daniel:Dan,Danny Samuel:Sam,Sammy Zachary:Zac,Zach Reggie:Reg David:Dave,Davey Gabriel:Gabe Stanley:Stan Michael:Mike,Mikey,Mick Matthew:Matt,Matty Nathan:Nate,Nath Robert:Rob,Bob,Robbie
Cameron:Cam Christopher:Chris,Kit Anthony:Tony,Ant Nicholas:Nick,Nicky Andrew:Andy,Drew Stephen:Steve,Ste Richard:Rich,Rick,Dick Patrick:Pat,Paddy Jonathan:Jon,Jonny Philip:Phil
Timothy:Tim Dominic:Dom Peter:Pete Jenson:Jen Mohammed:Mo,Momo,Moe Muhammad:Mo Abdirahman:Abdi Ibrahim:Ibby,Ibz Mustafa:Mus,Musti Emmanuel:Manny,Emma Oluwaseun:Seun Oluwatobi:Tobi
Oluwaseyi:Seyi Temitope:Temi,Tope Folasade:Sade Chukwuemeka:Emeka Blessing:Bless Deborah:Debs,Debbie Chioma:Chi Aleksandra:Ola Aleksander:Olek Katarzyna:Kasia Magdalena:Magda
Malgorzata:Gosia Agnieszka:Aga Zuzanna:Zuzia Krzysztof:Krzys Wojciech:Wojtek Tomasz:Tomek Jakub:Kuba Anastasiia:Nastia Volodymyr:Vova Harpreet:Harry,Harps Gurpreet:Gurp Jaspreet:Jas`;

const SPELT = `Mohammed,Muhammad,Mohamed,Mohammad,Muhammed,Mohamad,Mohamud Ahmed,Ahmad,Ahmet Hassan,Hasan,Hassen Hussain,Hussein,Husain,Hossein Yusuf,Yousuf,Yousef,Youssef,Yusef,Yousaf
Ibrahim,Ebrahim,Ibraheem Ismail,Ismael,Esmail,Ismaeel Musa,Mousa,Moosa Omar,Umar,Omer Usman,Osman,Othman,Uthman Abdullah,Abdallah,Abdulla Bilal,Belal,Bilaal Khalid,Khaled,Kalid
Haroon,Harun,Haroun Idris,Idrees,Edris Tariq,Tarek,Tarik Mustafa,Mustapha,Moustafa Zakariya,Zakaria,Zakarya Yahya,Yahia,Yehya Faisal,Faysal,Feisal Karim,Kareem,Kerim Rashid,Rasheed,Rachid
Mahmoud,Mahmood,Mahmud Said,Saeed,Sayed Dawud,Dawood,Daoud Isa,Essa,Eesa Jamal,Jamaal,Gamal Zain,Zayn,Zane Ayaan,Ayan,Ayyan Rayyan,Rayan,Raiyan Hamza,Hamzah Imran,Emran Yunus,Younis,Yunis
Fatima,Fatimah,Fatema,Fatma,Faatimah Aisha,Ayesha,Aysha,Aishah,Aicha Maryam,Mariam,Maryum,Miriam Zainab,Zaynab,Zeinab,Zaineb Khadija,Khadijah,Hadija,Kadija Amina,Aminah,Ameena,Amena
Layla,Leila,Laila,Leyla Noor,Nour,Nur Hafsa,Hafsah,Hafza Sumaya,Sumayyah,Sumaiya Safiya,Safiyah,Safia,Saffiyah Yasmin,Yasmeen,Yasmine Asma,Asmaa,Esma Halima,Halimah,Haleema Zahra,Zara,Zahrah
Rania,Raniya,Ranya Samira,Sameera Nadia,Nadiya,Nadya Salma,Selma Mehdi,Mahdi Reza,Raza Farhad,Ferhad Abdirahman,Abdurahman,Abdulrahman,Abdelrahman Inaya,Inayah,Enaya Amira,Ameera
Aleksandra,Alexandra,Oleksandra Aleksander,Alexander,Oleksandr Oleksandr,Alexander,Olexandr,Aleksandr Dmytro,Dmitri,Dmitry Andriy,Andrei,Andrii,Andrey Serhiy,Sergei,Serhii,Sergey
Mykola,Nikolai,Mikola Volodymyr,Vladimir,Wolodymyr Yuriy,Yuri,Iurii Artem,Artiom,Artyom Maksym,Maxim,Maksim Olena,Elena,Helena,Alena Yuliia,Yulia,Julia,Iuliia Sofiia,Sofia,Sophia
Kateryna,Katerina,Ekaterina Viktoriia,Viktoria,Victoria Anastasiia,Anastasia,Anastasiya Daryna,Darina Wiktoria,Viktoria,Victoria Zofia,Sofia Katarzyna,Katarina Jakub,Yakub Filip,Philip
Mateusz,Matheus Michal,Mikhal Krzysztof,Kristof Lukasz,Lukash,Lucas Tewodros,Tedros,Theodros Yonas,Jonas Dawit,David,Dawid Filmon,Philmon Biniam,Binyam Oluwaseun,Oluseun Kwame,Kwami
Kofi,Koffi Alexandru,Aleksandru Mihai,Mihay Stefan,Shtefan Andreea,Andrea Ioana,Joana`;

/** Ways of hearing a sound in a surname. */
export const HEARD: readonly (readonly [string, string])[] = [
  ['ou', 'u'], ['u', 'ou'], ['oo', 'u'], ['ee', 'i'], ['i', 'ee'], ['ei', 'ai'], ['ai', 'ei'], ['ey', 'ay'], ['y', 'i'], ['i', 'y'], ['kh', 'k'], ['q', 'k'], ['k', 'q'], ['gh', 'g'],
  ['w', 'v'], ['v', 'w'], ['dj', 'j'], ['j', 'dj'], ['cz', 'ch'], ['sz', 'sh'], ['sh', 'sch'], ['ch', 'tch'], ['ph', 'f'], ['f', 'ph'], ['h', ''], ['a', 'e'], ['e', 'a'], ['o', 'u'], ['u', 'o'],
  ['ss', 's'], ['mm', 'm'], ['dd', 'd'], ['ll', 'l'], ['s', 'ss'], ['ic', 'itch'], ['ks', 'x'], ['th', 't'], ['uddin', 'udeen'], ['ullah', 'ulla'],
];

const entries = (text: string): string[] => text.trim().split(/\s+/);

const shortForms = new Map(
  entries(SHORT).map((entry): [string, string[]] => {
    const [full = '', forms = ''] = entry.split(':');
    return [full, forms.split(',')];
  }),
);
const spellings = new Map(entries(SPELT).flatMap((entry) => entry.split(',').map((name, _, all): [string, string[]] => [name, all.filter((other) => other !== name)])));

export function shortFormsOf(given: string): readonly string[] {
  return shortForms.get(given) ?? [];
}
export function spellingsOf(given: string): readonly string[] {
  return spellings.get(given) ?? [];
}
