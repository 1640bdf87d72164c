import { describe, expect, it } from 'vitest';
import { referenceList } from '../../../src/formats/reference-list/reference-list.ts';
import { referenceOf } from '../../../src/formats/reference-list/reference.ts';

describe('Where the names of a printed reference end', () => {
  it.each([
    ['Ishikawa K. Survival and morbidity after diagnosis. Am J Cardiol 1981; 47:1026-1032.', 'Survival and morbidity after diagnosis'],
    ['A. C. Yao. The entropic limitations on VLSI computations. In Proceedings of the ACM, pages 308-311, May 1981.', 'The entropic limitations on VLSI computations'],
    ['Topilow HW. Posterior internuclear ophthalmoplegia of Lutz. Ann Ophthalmol 1981; 13:221-226.', 'Posterior internuclear ophthalmoplegia of Lutz'],
    ['周兵, 周杰. 灼口湯治療陰虛型灼口綜合征觀察. 臨床口腔医學雜誌. 2012;28(4):217-8.', '灼口湯治療陰虛型灼口綜合征觀察'],
    ['Klotz C, Garreau de Loubresse N, Ruiz F, Beisson J. Genetic evidence for a role of centrin. Cell Motil Cytoskeleton 1997; 38:172-86.', 'Genetic evidence for a role of centrin'],
    ['Zhang Y, Srinivasan S, Dutra A. The fragile X protein interacts with homologs. EMBO J (1995) 14:5358-5366.', 'The fragile X protein interacts with homologs'],
    ['James P. Callan, Zhihong Lu, and W. Bruce Croft. Searching Distributed Collections. In Proceedings of the 18th Conference, pages 21-29, 1995.', 'Searching Distributed Collections'],
    ['William Thurston, The geometry of 3-manifolds, Universitext, Springer-Verlag, Berlin, 1977', 'The geometry of 3-manifolds'],
    ['Paul Hudak and Philip Wadler, editors. Views of Functional Programming. Springer, 1992.', 'Views of Functional Programming'],
    ['CMS Collaboration, The CMS experiment at the CERN LHC, JINST 3 (2008) S08004', 'The CMS experiment at the CERN LHC'],
    ['Cohen, Gary B. Education and Society in Austria. West Lafayette, 1998.', 'Education and Society in Austria'],
    ['Walker, Cheryl (1996, December 9). A scholar is named. Press release.', 'A scholar is named'],
    ['최경원.임연옥.윤현숙(2012). 여성노인의 삶의 만족에 관한 연구. 노인복지연구, 55, 85-104.', '여성노인의 삶의 만족에 관한 연구'],
    ['공해대책 (1988), 물, 물이 죽어가고 있다, 환경연구, 제19권 제7호, 86-87쪽.', '물, 물이 죽어가고 있다'],
    ['吴雅楠, 李娇, \'社交媒体使用现状 [J],\' 新闻研究导刊, Vol.19, pp.8-9, 2015.', '社交媒体使用现状'],
  ])('%s', (raw, title) => { expect(referenceOf(raw).title).toBe(title); });
});

describe('Where the title of a printed reference ends', () => {
  it.each([
    ['Cella G and Takamori A 2005 Monolithic geometric blades Nucl. Instrum. Methods Phys. Res. A 540 502-19', 'Monolithic geometric blades'],
    ['Regge T, Wheeler J A 1957, Stability of a Schwarzschild Singularity, Phys. Rev., 108, 1063-1069.', 'Stability of a Schwarzschild Singularity'],
    ['P. Silvi, Finite-density phase diagram of a lattice gauge theory, ArXiv e-prints arXiv:1606.05510.', 'Finite-density phase diagram of a lattice gauge theory'],
    ['Jones B. Reduced production of interferon. Weak correlations of production with disease. Autoimmunity 2000; 31:10-12.', 'Reduced production of interferon. Weak correlations of production with disease'],
    ['Goldner RD, Adams DO. The structure of phagocytes. III. The effect of foreign substances. Am J Pathol 1977; 89:335-350.', 'The structure of phagocytes. III. The effect of foreign substances'],
    ['J.V. Morrison, Homeric Misdirection. False Prediction in the Iliad, Ann Arbor 1992.', 'Homeric Misdirection. False Prediction in the Iliad'],
    ['Y. Takahashi and H. Umezawa, Thermofield Dynamics (North-Holland, Amsterdam, 1982).', 'Thermofield Dynamics'],
    ['J.D. Bjorken, Energy Loss of Energetic Partons, FERMILAB-PUB-82-059-THY.', 'Energy Loss of Energetic Partons'],
    ['H. Fischer, Centre Pompidou and its critics, Deutsche Bauzeitung, No. 134, Part 3, 2000, 20-21', 'Centre Pompidou and its critics'],
  ])('%s', (raw, title) => { expect(referenceOf(raw).title).toBe(title); });
});

describe('A list of references', () => {
  it('leaves out remarks between them, which say neither who nor when', () => {
    const { drafts, leftOut } = referenceList.read?.('[1] A. Smith, On things, Phys. Rev. 1 (1983) 140.\n[2] see also\n[3] B. Jones, On more things, Phys. Rev. 2 (1984) 14.\n') ?? { drafts: [], leftOut: [] };
    expect(drafts.map(({ item }) => item.title)).toEqual(['On things', 'On more things']);
    expect(leftOut).toMatchObject([{ text: '[2] see also', line: 2 }]);
  });
});
