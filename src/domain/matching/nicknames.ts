/**
 * Given names and what their bearers are called for short. Our own table: the packages on the npm registry are not kept
 * up, and the lists genealogists use tie names that children are given side by side. What is a name of its own right as
 * often as a short form (Jack of John, Ella of Eleanor) is left out, for brothers and sisters bear both.
 */
const SHORT_FORMS = `
abdullah: abdul, abdi | abigail: abi, abbie, abby, gail | adam: addy | agnieszka: aga | aleksander: alek, olek | aleksandra: ola, alex, sasha
alexander: alex, lex, xander, alec, sandy, sasha | alexandra: alex, lexi, lexie, sandra, sasha, alexa | alfred: alf, alfie, fred | alice: ali
alison: ali | amanda: mandy | amelia: millie, amy, mel | anastasia: ana, stacey, nastya | andrew: andy, drew | angela: angie | anna: annie
anthony: tony, ant | arthur: art, artie | barbara: babs, basia | beatrice: bea, trixie | benjamin: ben, benji, benny | bethany: beth
bridget: biddy, bridie | cameron: cam | caroline: carrie, caz | cassandra: cass, cassie | catherine: cath, cathy, cat, kate, katie, kathy, kitty, kit
charles: charlie, chas, chuck | charlotte: charlie, lottie, lotte, char | christina: chris, tina, chrissie | christine: chris, chrissie
christopher: chris, kit, topher | daniel: dan, danny | danielle: dani, danni | david: dave, davey, davy | deborah: deb, debbie | dominic: dom
dorothy: dot, dottie, dolly | edward: ed, eddie, ted, teddy, ned | eleanor: ellie, nell, nelly, nora | elizabeth: liz, lizzie, beth, betty, betsy, libby, eliza, lizzy
emily: em, emmy | emmanuel: manny, emma | ekaterina: katya | evelyn: evie | florence: flo, florrie, flossie | francesca: fran, frankie, chessie
frances: fran, frankie, franny | francis: frank, frankie | frederick: fred, freddie, freddy | gabriel: gabe | gabriella: gabby, gabi, ella
gabrielle: gabby, gabi | george: georgie | georgia: georgie | georgina: georgie, gina | gerald: gerry | gregory: greg | harrison: harry
harriet: hattie, hatty | helen: nell | henry: hal, hank, harry | imogen: immy | isaac: zac, ike | isabella: bella, izzy, issy, isa | isabel: izzy, issy, bel
jacob: jake | jacqueline: jackie | james: jim, jimmy, jamie, jem | janet: jan | jasmine: jas, jaz, jazz | jennifer: jen, jenny, jenna | jeremy: jez, jem
jessica: jess, jessie | jonathan: jon, jonny, nathan, johnny | john: johnny, jonny | joanna: jo, asia | joanne: jo | joseph: joe, joey | josephine: jo, josie
joshua: josh | judith: judy, jude | julia: jules | katarzyna: kasia | kenneth: ken, kenny | kimberley: kim | kimberly: kim | laura: lauri | lawrence: larry, laurie
leonard: len, lenny, leo | leonardo: leo | lewis: lew | lillian: lily, lil | louise: lou | louis: lou | lucas: luke | lucy: lu | madeleine: maddie, maddy
magdalena: magda | malgorzata: gosia | margaret: maggie, meg, peggy, greta, madge, daisy, rita | maria: masha, mia | martin: marty | mary: molly, polly, may
matilda: tilly, tilda, mattie | matthew: matt, matty | maximilian: max | megan: meg | melanie: mel | melissa: mel, missy, lissa | michael: mike, mick, mikey, micky
michelle: shelly, chelle | miriam: mim | mitchell: mitch | mohammed: mo, moe, mohd | natalie: nat, tilly | natalia: nat, natasha | natasha: tasha, nat
nathaniel: nat, nathan, nate | nathan: nate, nath | nicholas: nick, nicky, nico | nicola: nicky, nikki | oliver: ollie, olly | olivia: liv, livvy, livi, ollie
oluwaseun: seun | oluwatobi: tobi | oluwaseyi: seyi | pamela: pam | patricia: pat, patsy, trish, tricia | patrick: pat, paddy, rick | peter: pete
philip: phil, pip | philippa: pippa, pip | piotr: piotrek | poppy: pop | rachel: rach, rae | raymond: ray | rebecca: becky, becca, bex, beck
richard: rick, ricky, dick, rich, richie | robert: rob, robbie, bob, bobby, bert, robin | ronald: ron, ronnie | rosemary: rose, rosie | rose: rosie
samantha: sam, sammy, sammie | samuel: sam, sammy, sammie | sandra: sandie, sandy | scarlett: scar, lettie | sebastian: seb, bas, basti | sophia: soph
sophie: soph | stephanie: steph, stephie, stevie | stephen: steve, stevie, ste | steven: steve, stevie, ste | stanley: stan | stanislaw: staszek, stan
susan: sue, susie, suzie | suzanne: sue, suzie, suze | tabitha: tabby, tabs | tamara: tammy | teresa: terri, tess, tessa | theodore: theo, ted, teddy
theodora: theo, thea, dora | thomas: tom, tommy | timothy: tim, timmy | tobias: toby | tomasz: tomek | valentina: val, tina | valerie: val
vanessa: nessa | veronica: ronnie, vera | victor: vic | victoria: vicky, vikki, tori, vic | vincent: vince, vinny | vladimir: vova, vlad
walter: wally, walt | william: will, bill, billy, willy, liam, wills | winifred: winnie | wojciech: wojtek | yusuf: yus | zachary: zac, zach, zack, zak`;

const FORMAL_NAMES = formalNames();

/** The full names a short form can stand for. */
export function formalNamesOf(word: string): readonly string[] {
  return FORMAL_NAMES.get(word) ?? [];
}

function formalNames(): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const entry of SHORT_FORMS.split(/[|\n]/)) {
    const [formal = '', shortForms = ''] = entry.split(':').map((text) => text.trim());
    for (const short of shortForms.split(',').map((text) => text.trim())) {
      names.set(short, [...(names.get(short) ?? []), formal]);
    }
  }
  return names;
}
