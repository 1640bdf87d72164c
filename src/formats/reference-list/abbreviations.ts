/** Words that the names of journals are shortened by (ISO 4), and that no title has shortened. */
const SHORTENED = 'Abh Acad Acta Adv Akad Algebr Amer Anal Angew Ann Annu Appl Arch Astron Astrophys Atmos Biochem Biol Biophys Braz Bull Can Cell Chem Class Clim Clin Combin Comm Commun Comp Comput Contemp Cryst Discret Dokl Ecol Econ Electr Electron Eng Engrg Environ Epidemiol Eur Europhys Exp Fluid Found Funct Gen Genet Geol Geom Geophys Graph Ind Indag Inst Instr Instrum Int Intern Invent Izv Jpn Lect Lett Mater Math Mech Med Mem Metall Meteor Microbiol Mod Mol Monogr Nachr Nat Natl Nauk Neurosci Nucl Numer Opt Oper Org Pac Parasitol Pharmacol Philos Phil Phys Physiol Proc Prog Progr Psychol Publ Quart Rep Res Rev Russ Sci Semin Ser Sib Sitzungsber Soc Sociol Sol Sov Spectrosc Stat Statist Stud Supercond Surf Surv Symp Syst Tech Teor Theor Topol Trans Transl Univ Vestn Zool'.split(' ').join('|');
/** After it, more short names and words up to a volume, a year or a bracket. */
const NUMBERS = String.raw`(?=[ ,:]{0,2}(?:[\p{L}&()-]{1,20}(?:[.:][ ,:]{0,2}|[ ,:]{1,2})){0,8}\p{Lu}{0,2}\(?\d)`;

/** Where a journal begins by its short name though no stop or comma parts it from the title; a page's lost blank does not hide it. */
export const ABBREVIATED = new RegExp(String.raw`[\s,.]*(?:(?<=[\p{Ll}\d)\s,.?])(?:${SHORTENED})\.|(?<=[\s.,])J\. ?(?=\p{Lu}\p{L}{2,}\.))${NUMBERS}`, 'u');
