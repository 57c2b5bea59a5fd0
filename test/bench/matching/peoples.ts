/** Names that children in England bear, commonest first: who bears them here is invented. */
export interface People {
  /** Part of all children, in hundredths. */
  readonly share: number;
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly surnames: readonly string[];
  /** How steeply names fall off: the commonest weighs 1 / flat. */
  readonly flat: { readonly given: number; readonly surname: number };
  /** Beginnings and ends of rarer surnames, and the part of the people that bears one. */
  readonly rare: { readonly share: number; readonly beginnings: readonly string[]; readonly ends: readonly string[] };
  /** Are the names at home in another script, or in letters that English does not have? */
  readonly written: boolean;
}

const words = (text: string): string[] => text.trim().split(/\s+/);

const GIRLS = words(`Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy Sienna Poppy Elsie Emily Ella Evelyn Phoebe Evie Charlotte
  Harper Millie Matilda Maya Sophie Alice Emilia Isabelle Ruby Luna Maisie Aria Penelope Mila Bonnie Eva Hallie Eliza Ada Violet Esme Arabella Imogen Jessica Delilah Chloe
  Layla Nancy Lottie Eleanor Scarlett Ellie Thea Erin Zara Molly Orla Lucy Rose Amber Robyn Georgia Summer Abigail Holly Heidi Elizabeth Lola Victoria Martha Darcie
  Annabelle Hannah Clara Margot Beatrice Lara Rebecca Darcey Gracie Bella Megan Francesca Edith Maria Lyla Jasmine Felicity Amy Katie Samantha Natasha Catherine Bethany Leah
  Paige Kayleigh Shannon Caitlin Courtney Danielle Jade Lauren Nicole Tegan Skye Demi Tamsin Madison Gabriella Alexandra Rachel Stephanie Zoe Naomi Josephine Harriet`);
const BOYS = words(`Oliver George Noah Arthur Harry Leo Jack Charlie Oscar Jacob Henry Thomas Freddie Alfie Theo William Archie Joshua Alexander James Isaac Edward Lucas Tommy
  Finley Max Logan Ethan Teddy Benjamin Arlo Joseph Sebastian Harrison Elijah Adam Daniel Samuel Louie Mason Reuben Albie Rory Jaxon Hugo Luca Zachary Reggie Hunter Louis
  Dylan Albert David Jude Frankie Roman Ezra Toby Riley Carter Ronnie Frederick Gabriel Stanley Bobby Jesse Michael Elliot Grayson Rowan Ralph Blake Jenson Jayden Finn
  Tyler Matthew Ryan Callum Connor Liam Nathan Luke Robert Cameron Lewis Jake Kieran Kyle Bradley Ashton Christopher Anthony Nicholas Andrew Stephen Richard Patrick Aaron
  Brandon Corey Declan Ellis Harvey Jamie Jordan Joel Kai Leon Morgan Owen Reece Rhys Sean Scott Taylor Timothy Dominic Jonathan Peter Philip`);
const SURNAMES = words(`Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Johnson Roberts Robinson Thompson Wright Walker White Edwards Hughes Green Hall Lewis Harris
  Clarke Jackson Wood Turner Martin Cooper Hill Ward Morris Moore Clark Lee King Baker Harrison Morgan Allen James Scott Phillips Watson Davis Parker Price Bennett Young
  Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw Murphy Miller Cox Richards Khan Marshall Anderson Simpson Ellis Adams Singh Begum Wilkinson Foster
  Chapman Powell Webb Rogers Gray Mason Ali Hunt Hussain Campbell Matthews Owen Palmer Holmes Mills Barnes Knight Lloyd Butler Russell Barker Fisher Stevens Jenkins Murray
  Dixon Harvey Graham Pearson Fletcher Walsh Gibson Howard Andrews Stewart Elliott Reynolds Saunders Payne Fox Ford Day Brooks West Lawrence Atkinson Reid Cole Bradley Dean`);
const ENGLISH_RARE = {
  beginnings: words('Ash Back Black Brad Brom Carl Chad Cran Dun East Fair Farn Gren Had Hart Haw Hol Kel Kirk Lang Lark Lin Mar Mel Mid Nor Oak Old Pen Pick Rad Red Rom Sel Shel Stan Sut Thorn Tin Under Wad Wal War Wat Wel West Whit Win Wol Wood Wy'),
  ends: words('bourne bridge bury by combe cott croft dale den don field ford gate ham hurst land ley low man mere more ney over rick ridge shaw sley som stead stock stone stow tham thorpe ton tree wade wall ward water way well wick wood worth yard'),
};
const MUSLIM_GIRLS = words(`Fatima Aisha Maryam Zainab Khadija Amina Layla Noor Hafsa Sumaya Safiya Zahra Hana Iqra Sana Sara Amira Yasmin Asma Halima Ruqayyah Inaya Ayesha Anaya
  Zoya Mahnoor Rania Nadia Samira Hibaq Hodan Ifrah Ayan Shazia Nazia Saima Rabia Sadia Kiran Mariam Salma Jannat Eshal Aleena`);
const MUSLIM_BOYS = words(`Mohammed Muhammad Ibrahim Yusuf Ahmed Ali Omar Hassan Hussain Abdullah Adam Bilal Hamza Ismail Musa Zain Ayaan Rayyan Khalid Imran Haroon Idris Tariq Usman
  Zakariya Yahya Mustafa Abdirahman Mahmoud Karim Sami Faisal Junaid Kamran Faizan Awais Umar Hamid Rashid Salman Said Yunus Isa Dawud Jamal Mehdi Reza Farhad Rebin Karwan`);
const AFRICAN_GIRLS = words('Blessing Grace Esther Precious Favour Ngozi Chioma Adaeze Oluwaseyi Temitope Folasade Abena Akosua Ama Efua Adjoa Amara Deborah Ruth Naomi Mercy Joy Gift Peace Comfort Yetunde Simisola Tiwa Ifeoma Nneka');
const AFRICAN_BOYS = words('Emmanuel David Samuel Daniel Chukwuemeka Oluwaseun Oluwatobi Kwame Kofi Kwabena Yaw Chidi Obinna Ikenna Tunde Ayodele Femi Kelechi Nnamdi Joshua Michael Gabriel Prince Elijah Isaac Joel Jeremiah Yonas Tewodros Filmon Dawit Biniam');
const SLAVIC_GIRLS = words('Zuzanna Julia Maja Zofia Aleksandra Natalia Wiktoria Oliwia Amelia Hanna Lena Anna Maria Katarzyna Magdalena Agnieszka Malgorzata Olena Anastasiia Sofiia Daryna Yuliia Kateryna Polina Viktoriia Gabija Ugne Emilija Elena Ioana Andreea Alexandra Denisa');
const SLAVIC_BOYS = words('Jakub Kacper Szymon Filip Antoni Aleksander Mateusz Michal Wojciech Krzysztof Tomasz Piotr Lukasz Oleksandr Dmytro Maksym Andriy Artem Mykola Volodymyr Serhiy Yuriy Ivan Matas Lukas Nojus Andrei Alexandru Mihai Stefan Gabriel David');
const NONE = { beginnings: ['Lin'], ends: ['den'] };

export const PEOPLES: readonly People[] = [
  { share: 62, girls: GIRLS, boys: BOYS, surnames: SURNAMES, flat: { given: 12, surname: 8 }, rare: { share: 0.6, ...ENGLISH_RARE }, written: false },
  {
    share: 12, girls: MUSLIM_GIRLS, boys: MUSLIM_BOYS,
    surnames: words('Khan Ahmed Hussain Ali Begum Shah Akhtar Malik Iqbal Mahmood Miah Rahman Islam Chowdhury Hussein Uddin Mirza Butt Qureshi Raja Bibi Rashid Sheikh Ashraf Aslam Anwar Choudhury Nawaz Saleem Rehman Javed Yousaf Mahmoud Siddique Kausar Parveen Sultana Zaman Karim Haider'),
    flat: { given: 6, surname: 4 }, written: true,
    rare: { share: 0.2, beginnings: words('Abd Bar Dar Far Ghul Has Jal Kam Lat Mah Nas Qas Rah Sal Tah Wah Yaq Zah'), ends: words('ani awi eed iq ullah eem ood ari osh uddin oor afi ami yar zai') },
  },
  {
    share: 5, girls: MUSLIM_GIRLS.toReversed(), boys: MUSLIM_BOYS,
    surnames: words('Mohamed Hassan Ali Abdi Ahmed Hussein Omar Ibrahim Ismail Yusuf Warsame Farah Jama Osman Abdullahi Aden Salah Karimi Rasul Amin Rahimi Ahmadi Haidari Noori Sharif Hama Saleh Kamal Mustafa Othman'),
    flat: { given: 6, surname: 5 }, written: true,
    rare: { share: 0.35, beginnings: words('Al-B Al-D Al-H Al-K Al-M Al-S Ber Dir Gul Haj Hus Kar Moh Naj Raz Sher Taw'), ends: words('abbagh ammash aidar assan akim iqani oudi ouri ouch zadeh dar man wand zaei') },
  },
  {
    share: 5, girls: words('Anaya Diya Aanya Priya Saanvi Anika Riya Ishani Kavya Meera Simran Jasleen Harleen Manpreet Avneet Gurleen Navya Myra Kiara Aarohi Nisha Pooja Divya'),
    boys: words('Arjun Aarav Rohan Krish Dev Aryan Vihaan Rishi Ishaan Karan Harpreet Gurpreet Jaspreet Amrit Manveer Nikhil Rahul Sachin Ravi Kiran Jai Yash Vikram'),
    surnames: words('Patel Singh Kaur Sharma Shah Kumar Gill Sandhu Dhillon Mistry Desai Mehta Chauhan Joshi Rai Sidhu Grewal Bains Parmar Solanki Verma Gupta Nair Reddy Pillai Thapa Gurung Das'),
    flat: { given: 6, surname: 3 }, written: false,
    rare: { share: 0.2, beginnings: words('Bhar Chak Dev Gan Hira Jay Kal Lak Mahen Nara Pra Rama Sub Tha Venka'), ends: words('adas agiri akar anath araj asamy atam endra eswaran ippa owala wal war') },
  },
  {
    share: 7, girls: AFRICAN_GIRLS, boys: AFRICAN_BOYS,
    surnames: words('Mensah Owusu Boateng Osei Asante Adeyemi Okafor Okeke Eze Adebayo Ogunleye Balogun Afolabi Appiah Amoah Agyemang Addo Nwosu Obi Okonkwo Tekle Haile Ghebremedhin Kamara Sesay Bangura Conteh Moyo Ndlovu Banda'),
    flat: { given: 10, surname: 12 }, written: true,
    rare: { share: 0.45, beginnings: words('Ade Afo Aki Ayo Chi Eke Ife Iwu Kwa Nwa Oba Odu Ogu Oko Ola Olu Ony Uch Uzo'), ends: words('bami bayo biyi chukwu dele femi gbenga kunle mide nna nwa ola pade sanya tunde wale yemi zie') },
  },
  {
    share: 7, girls: SLAVIC_GIRLS, boys: SLAVIC_BOYS,
    surnames: words('Nowak Kowalski Wisniewski Wojcik Kaminski Lewandowski Zielinski Szymanski Popescu Ionescu Popa Stan Dumitru Shevchenko Bondarenko Kovalenko Tkachenko Melnyk Boyko Kravchenko Ivanov Petrov Dimitrov Kazlauskas Jankauskas Hoxha Shehu Krasniqi'),
    flat: { given: 8, surname: 15 }, written: true,
    rare: { share: 0.6, beginnings: words('Baran Bel Bor Cher Dob Gor Gra Jas Kach Klim Koz Kra Mal Mar Ole Pav Rad Rud Sav Stan Vas Wit Zab Zel'), ends: words('chuk czak czyk enko escu ewicz iak ienko inski ishvili ov owski skyi ukas ynskyi') },
  },
  {
    share: 2, girls: words('Yan Li Mei Xin Jia Linh Anh Thuy Ngoc Hui Min Ling Emily Grace Chloe'), boys: words('Wei Jun Hao Minh Duc Tuan Long Kai Ming Jie Ryan Jason Lucas Ethan'),
    surnames: words('Nguyen Chen Wang Li Zhang Tran Wong Liu Le Pham Lam Chan Hoang Huang Yang Wu Lin Cheung Ho Ng'), flat: { given: 8, surname: 3 }, rare: { share: 0, ...NONE }, written: false,
  },
];
