/** Ids that styles had in Zotero's repository before they were called as they are now; documents and settings still name them. */
const RENAMED: Readonly<Record<string, string>> = Object.fromEntries(`
aaa american-anthropological-association
ama american-medical-association
american-chemical-society-with-titles-brackets american-chemical-society-with-titles
american-medical-writers-association american-medical-writers-association-journal
amiens universite-de-picardie-jules-verne-ufr-de-medecine
annals-of-allergy annals-of-allergy-asthma-and-immunology
annual-reviews-alphabetically annual-reviews-alphabetical
annual-reviews-by-appearance annual-reviews
apa5th apa-5th-edition
apsa american-political-science-association
archives-of-dermatology jama-dermatology
asa american-sociological-association
bba-biochimica-et-biophysica-acta biochimica-et-biophysica-acta
bio-medical-reviews biomedical-reviews
british-journal-of-medical-economics journal-of-medical-economics
canadian-journal-of-anaesthesia canadian-journal-of-anesthesia
canadian-medical-association-journal cmaj
chicago-note chicago-note-bibliography
danish-dental-journal tandlaegebladet
danish-medical-bulletin danish-medical-journal
edizioni-minerva-medica minerva-medica
f1000-research f1000research
fems federation-of-european-microbiological-societies
firstmonday first-monday
future-science future-science-journals
gost-r-7-0-5-2008-csl-1-0 gost-r-7-0-5-2008
harvard-anglia-ruskin harvard-anglia-ruskin-university
harvard-sheffield harvard-the-university-of-sheffield-town-and-regional-planning
harvard-university-of-south-australia university-of-south-australia-harvard-2011
harvard1-unisa-gbfe harvard-gesellschaft-fur-bildung-und-forschung-in-europa
harvard3 harvard-swinburne-university-of-technology
hwr-berlin hochschule-fur-wirtschaft-und-recht-berlin
ices-jms ices-journal-of-marine-science
ieee-w-url ieee-with-url
iso690-author-date-fr-without-abstract iso690-author-date-fr-no-abstract
journal-of-the-american-academy-of-physician-assistants jaapa
journal-of-the-american-medical-association jama
journal-of-the-american-medical-informatics-association jamia
journal-of-neuro-interventional-surgery journal-of-neurointerventional-surgery
journal-of-physical-chemistry the-journal-of-physical-chemistry-a
juristische-zitierweise-deutsch juristische-zitierweise
law1-de juristische-zitierweise
lncs springer-lecture-notes-in-computer-science
lncs2 springer-lecture-notes-in-computer-science-alphabetical
mcgill-guide-v7 mcgill-en
mcrj7 mcgill-fr
mhra modern-humanities-research-association
mhra-author-date modern-humanities-research-association-author-date
mhra_note_without_bibliography modern-humanities-research-association
mla modern-language-association
mla-notes modern-language-association-6th-edition-note
mla-underline modern-language-association-underline
mla-url modern-language-association-with-url
modern-language-association-note modern-language-association-6th-edition-note
national-library-of-medicine-grant national-library-of-medicine-grant-proposals
nature-neuroscience-brief-communication nature-neuroscience-brief-communications
nlm national-library-of-medicine
ophthalmic-surgery-lasers-and-imaging ophthalmic-surgery-lasers-and-imaging-retina
optical-society-of-america the-optical-society
polish-botanical-society acta-societatis-botanicorum-poloniae
revista-brasileira-de-botanica brazilian-journal-of-botany
sbl-fullnote-bibliography society-of-biblical-literature-fullnote-bibliography
science-without-title science-without-titles
small-wiley small
springer-plasmonics plasmonics
springer-protocols springerprotocols
tah-gkw geistes-und-kulturwissenschaften-heilmann
geistes-und-kulturwissenschaften-teilmann geistes-und-kulturwissenschaften-heilmann
tah-soz sozialwissenschaften-heilmann
taylor-and-francis-reference-style-f taylor-and-francis-chicago-f
trends-journal trends-journals
tu-wien-dissertation technische-universitat-wien
turabian-fullnote-bibliography turabian-fullnote-bibliography-8th-edition
un-eclac-cepal-english economic-commission-for-latin-america-and-the-caribbean
un-eclac-cepal-spanish comision-economica-para-america-latina-y-el-caribe
unctad-english united-nations-conference-on-trade-and-development
uni-freiburg-geschichte-autor-jahr universitat-freiburg-geschichte
unisa-harvard university-of-south-australia-harvard-2011
unisa-harvard3 university-of-south-australia-harvard-2011
universite-laval-com universite-laval-departement-dinformation-et-de-communication
uqam-universite-du-quebec-a-montreal universite-du-quebec-a-montreal
wceam2010 world-congress-on-engineering-asset-management
world-health-organization-journals world-health-organization
`.trim().split('\n').map((line): [string, string] => { const [before = '', now = ''] = line.split(' '); return [before, now]; }));

/** Words that many ids gained, or lost, when they were made like the names of their journals. */
const LITTLE = /^(?:the|and|of|in|for)$/;
const bareOf = (id: string): string => id.split('-').filter((word) => !LITTLE.test(word)).join('-');

/** What a style that is not there is called now, among those that are; null where nothing bore that name. Only one name that differs by little words alone counts as the same. */
export function renamed(id: string, known: readonly string[]): string | null {
  const now = Object.hasOwn(RENAMED, id) ? RENAMED[id] : undefined;
  if (now !== undefined && known.includes(now)) return now;
  if (/^frontiers-in-./.test(id) && known.includes('frontiers')) return 'frontiers';
  const bare = bareOf(id);
  const like = known.filter((one) => bareOf(one) === bare);
  const [only] = like;
  return bare !== '' && like.length === 1 && only !== undefined ? only : null;
}
